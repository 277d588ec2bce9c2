using System.Runtime.CompilerServices;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Exports;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.Functions.Exports;

/// <summary>Sorts students into envelopes. Of one teaching point all are held at once, by the little that a list shows of them.</summary>
internal sealed class EnvelopeLists(StudentRows students)
{
    public async IAsyncEnumerable<Envelope> ListAsync(
        IReadOnlyList<TeachingPoint> points, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var point in points)
        {
            var found = await students.ListAsync([point], cancellationToken).Select(EnvelopeStudent.Of).ToListAsync(cancellationToken);
            foreach (var envelope in Envelope.Sort(point, found))
            {
                yield return envelope;
            }
        }
    }
}
