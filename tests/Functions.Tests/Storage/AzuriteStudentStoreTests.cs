using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Progress;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage;
using PhotoFunctions.TestKit.Contracts;

namespace PhotoFunctions.Functions.Tests.Storage;

/// <summary>The real store on a real Azurite under the contract that the fake fulfils.</summary>
public sealed class AzuriteStudentStoreTests(EmulatorFixture emulator) : StudentStoreContract, IAsyncLifetime
{
    private readonly FunctionApp _app = new(emulator);

    protected override int Samples => 12;

    public async ValueTask InitializeAsync() =>
        await _app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    protected override StudentStoreRig Open() => new Rig(_app.Services, new TableServiceClient(emulator.ConnectionString));

    private sealed class Rig(IServiceProvider services, TableServiceClient tables) : StudentStoreRig
    {
        public override ICohortStore Cohorts { get; } = services.GetRequiredService<ICohortStore>();

        public override IStudentStore Store { get; } = services.GetRequiredService<IStudentStore>();

        public override IStudentRegister Register { get; } = services.GetRequiredService<IStudentRegister>();

        public override Task<Student?> ReadAsync(CohortCode cohort, StudentNumber number) =>
            services.GetRequiredService<StudentDirectory>().FindStudentAsync(cohort, number, null, TestContext.Current.CancellationToken);

        public override Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Student student) =>
            services.GetRequiredService<StudentDirectory>().HistoryAsync(student, TestContext.Current.CancellationToken);

        public override Task<IReadOnlyList<string>> UnsoundAsync(CohortCode cohort) => RegisterAudit.UnsoundAsync(tables, cohort);

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
