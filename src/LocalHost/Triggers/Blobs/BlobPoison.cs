using System.Text;
using Azure.Storage.Queues;
using PhotoFunctions.LocalHost.Invocations;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Triggers.Blobs;

/// <summary>The message about a version whose attempts are used up, in the real host's form.</summary>
internal sealed class BlobPoison(string connectionString, string container)
{
    public const string QueueName = "webjobs-blobtrigger-poison";

    private readonly QueueClient _queue = new(connectionString, QueueName);

    public async Task SendAsync(FunctionManifest function, BlobVersion version, CancellationToken cancellationToken)
    {
        await _queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(function, version)));
        await _queue.SendMessageAsync(text, cancellationToken);
    }

    private string Text(FunctionManifest function, BlobVersion version)
    {
        (string Name, string Value)[] members =
        [
            ("Type", "BlobTrigger"),
            ("FunctionId", function.Id),
            ("BlobType", $"{version.Item.Properties.BlobType}Blob"),
            ("ContainerName", container),
            ("BlobName", version.Name),
            ("ETag", version.ETag),
        ];
        var lines = members.Select(member => $"  {HostJson.Text(member.Name)}: {HostJson.Text(member.Value)}");
        return "{\n" + string.Join(",\n", lines) + "\n}";
    }
}
