using Azure.Storage.Blobs;
using PhotoFunctions.LocalHost.Demo.Api;

namespace PhotoFunctions.LocalHost.Demo;

/// <summary>Fetches the finished photos of accepted students: <c>{student number}.jpg</c>, further profiles beside it.</summary>
internal sealed class PhotoFolder(DemoApi api, BlobContainerClient photos)
{
    private const int StudentsAtOnce = 4;

    /// <returns>How many files were written.</returns>
    public async Task<int> WriteAsync(string folder, string cohort, IEnumerable<string> studentNumbers, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var count = 0;
        var limit = new ParallelOptions { MaxDegreeOfParallelism = StudentsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(studentNumbers, limit, async (number, token) =>
        {
            var student = await api.GetStudentAsync(cohort, number, token);
            foreach (var (output, isFirst) in (student.Photo?.Outputs ?? []).Select((output, index) => (output, index == 0)))
            {
                var name = isFirst ? $"{number}.jpg" : $"{number}.{output.Profile}.jpg";
                await photos.GetBlobClient(output.BlobName).DownloadToAsync(Path.Combine(folder, name), token);
                Interlocked.Increment(ref count);
            }
        });
        return count;
    }
}
