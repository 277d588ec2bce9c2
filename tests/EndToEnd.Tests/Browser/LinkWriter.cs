using Azure.Identity;
using Microsoft.Extensions.Configuration;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Links;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Storage;

namespace PhotoFunctions.EndToEnd.Tests.Browser;

/// <summary>Writes the links that stand in mails, with the keys that the app has made on the emulator.</summary>
internal sealed class LinkWriter : IDisposable
{
    private readonly StorageAccount _storage;
    private readonly DataKeysSource _dataKeys;
    private readonly LinkKeysSource _linkKeys;
    private readonly StudentLinks _links;

    public LinkWriter(string storage, Uri app)
    {
        var settings = AllSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(
            [new("AzureWebJobsStorage", storage), new("PublicAddress", app.AbsoluteUri)]).Build()).App;
        _storage = new StorageAccount(settings.Storage, new DefaultAzureCredential(), new(), new());
        _dataKeys = new DataKeysSource(settings, _storage);
        _linkKeys = new LinkKeysSource(settings, _storage);
        _links = new StudentLinks(_linkKeys, settings, TimeProvider.System);
    }

    public async Task<string> ProofingAsync(string cohort, string number) =>
        (await _links.ProofingAsync(await FindAsync(cohort, number), TestContext.Current.CancellationToken)).AbsoluteUri;

    public async Task<string> OptOutAsync(string cohort, string number) =>
        (await _links.OptOutAsync((await FindAsync(cohort, number)).Key, TestContext.Current.CancellationToken)).AbsoluteUri;

    public void Dispose()
    {
        _linkKeys.Dispose();
        _dataKeys.Dispose();
        _storage.Dispose();
    }

    private async Task<Student> FindAsync(string cohort, string number)
    {
        var directory = new StudentDirectory(_storage, _dataKeys);
        return (await directory.FindStudentAsync(
            CohortCode.Parse(cohort).Value!, StudentNumber.Parse(number).Value!, within: null, TestContext.Current.CancellationToken))!;
    }
}
