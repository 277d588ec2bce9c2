using PhotoFunctions.Domain.Backups;
using PhotoFunctions.Functions.BackupDue;

namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>Everything that backups are made, read and restored with.</summary>
internal static class BackupServices
{
    public static IServiceCollection AddBackups(this IServiceCollection services) => services
        .AddSingleton<TableBackups>()
        .AddSingleton<ITableBackups>(all => all.GetRequiredService<TableBackups>())
        .AddSingleton<BackupRound>()
        .AddSingleton<BackupDueFunction>()
        .AddSingleton<BackupReader>()
        .AddSingleton<BackupRestore>()
        .AddSingleton<PhotosSince>();
}
