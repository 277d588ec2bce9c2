using Azure.Core;
using Azure.Core.Pipeline;
using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>What a worker is made of.</summary>
internal sealed record WorkerOptions
{
    public required string ConnectionString { get; init; }

    public required IPhotoCodec Codec { get; init; }

    /// <summary>How far its clock is ahead.</summary>
    public TimeSpan Ahead { get; init; }

    /// <summary>More policies before each request, for sabotage; made anew for each worker.</summary>
    public Func<IReadOnlyList<HttpPipelinePolicy>> Policies { get; init; } = () => [];

    /// <summary>Changes the options of a storage client.</summary>
    public Action<ClientOptions>? Configure { get; init; }
}
