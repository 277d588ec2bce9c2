using System.Globalization;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.TestKit;
using PhotoFunctions.TestKit.Fakes;
using PhotoFunctions.TestKit.Generators;

namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>
/// A storage emulator with a cohort, on which one case runs after the other, each with a teaching point and a student of its own. Two
/// workers live as long as the lane: one that receives what the host delivers, and one on which it is eleven minutes later, so that its
/// reconciliation takes whatever lies in the inbox for missed.
/// </summary>
internal sealed class RigLane : IAsyncDisposable
{
    private static readonly TimeSpan Later = UploadReconciliation.Patience + TimeSpan.FromMinutes(1);
    private static readonly DateOnly FirstBirth = new(1980, 1, 1);
    private readonly StorageEmulator _emulator;
    private readonly WorkerOptions _workers;
    private int _students;

    private RigLane(StorageEmulator emulator, Func<IReadOnlyList<HttpPipelinePolicy>>? sabotage)
    {
        _emulator = emulator;
        var options = new WorkerOptions { ConnectionString = emulator.ConnectionString, Codec = Codec };
        _workers = sabotage is null ? options : options with { Policies = sabotage };
        Alive = new Worker(_workers);
        Reconciler = new Worker(_workers with { Ahead = Later });
        Blobs = new BlobServiceClient(emulator.ConnectionString, new BlobClientOptions { TrimBlobNameSlashes = false });
        Students = new TableClient(emulator.ConnectionString, "Students");
    }

    public string ConnectionString => _emulator.ConnectionString;

    public Worker Alive { get; }

    public Worker Reconciler { get; }

    public ScriptedPhotoCodec Codec { get; } = RigContents.CreateCodec();

    public BlobServiceClient Blobs { get; }

    public TableClient Students { get; }

    public Cohort Cohort { get; private set; } = null!;

    public DataKeys Keys { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="sabotage">Policies that make every worker of the lane do wrong.</param>
    public static async Task<RigLane> StartAsync(Func<IReadOnlyList<HttpPipelinePolicy>>? sabotage = null)
    {
        var lane = new RigLane(await StorageEmulator.StartAsync(Stop), sabotage);
        var services = lane.Alive.Services;
        await services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(Stop);
        lane.Keys = await services.GetRequiredService<DataKeysSource>().GetAsync(Stop);
        var cohort = new Cohort
        {
            Code = CohortCode.Parse("RIG").Value!,
            Name = "测试届",
            CollectionOpensOn = new DateOnly(2020, 1, 1),
            CollectionClosesOn = new DateOnly(2099, 12, 31),
        };
        await services.GetRequiredService<ICohortStore>().SaveAsync(cohort, Stop);
        lane.Cohort = cohort;
        return lane;
    }

    /// <summary>A worker that has just been started.</summary>
    /// <param name="change">What is different about it.</param>
    public Worker CreateWorker(Func<WorkerOptions, WorkerOptions>? change = null) => new(change?.Invoke(_workers) ?? _workers);

    /// <summary>A student at a teaching point where nobody else is.</summary>
    public async Task<RigStudent> EnrolAsync()
    {
        var index = Interlocked.Increment(ref _students);
        var number = string.Create(CultureInfo.InvariantCulture, $"{index:D7}");
        var birth = FirstBirth.AddDays(index);
        var id = NationalId.Parse(NationalIds.Complete(string.Create(CultureInfo.InvariantCulture, $"360102{birth:yyyyMMdd}001"))).Value!;
        var key = new StudentKey(Cohort.Code, TeachingPointCode.Parse($"TP{number}").Value!, StudentNumber.Parse(number).Value!);
        var services = Alive.Services;
        await services.GetRequiredService<ICohortStore>().SaveAsync(
            new TeachingPoint { Cohort = key.Cohort, Code = key.TeachingPoint, Name = "教学点" }, Stop);
        var profile = new StudentProfile { Name = "张三", NationalId = id };
        await services.GetRequiredService<IStudentRegister>().EnrolAsync(key, profile, Stop);
        Alive.Storage.TakeCalls();
        return new RigStudent(this, key, id);
    }

    public async ValueTask DisposeAsync()
    {
        await Alive.DisposeAsync();
        await Reconciler.DisposeAsync();
        await _emulator.DisposeAsync();
    }
}
