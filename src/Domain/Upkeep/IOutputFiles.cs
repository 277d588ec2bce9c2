using PhotoFunctions.Domain.Cohorts;

namespace PhotoFunctions.Domain.Upkeep;

/// <summary>Walks over the finished outputs in storage, and deletes single ones.</summary>
public interface IOutputFiles
{
    /// <summary>Walks over a cohort's outputs that were last written before an instant.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="writtenBefore">The instant.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The outputs; files of other names are left out.</returns>
    IAsyncEnumerable<OutputFile> ListAsync(CohortCode cohort, DateTimeOffset writtenBefore, CancellationToken cancellationToken);

    /// <summary>Deletes an output, unless it was written again since it was listed.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="file">The output as listed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>True when this call deleted it.</returns>
    Task<bool> DeleteAsync(CohortCode cohort, OutputFile file, CancellationToken cancellationToken);
}
