using Azure.Core;
using Azure.Identity;

namespace PhotoFunctions.Functions.Settings;

/// <summary>What the app is told from outside, and who it is there.</summary>
internal static class SettingServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services) => services
        .AddSingleton(all => AllSettings.Read(all.GetRequiredService<IConfiguration>()))
        .AddSingleton(all => all.GetRequiredService<AllSettings>().App)
        .AddSingleton(all => all.GetRequiredService<AppSettings>().Storage)
        .AddSingleton(all => all.GetRequiredService<AllSettings>().Entra)
        .AddSingleton(all => all.GetRequiredService<AllSettings>().Mail)
        .AddSingleton(all => all.GetRequiredService<AllSettings>().MailLimits)

        // In Azure the user-assigned identity that the host uses, too; elsewhere, with the same settings, whoever has signed in to Azure.
        .AddSingleton<TokenCredential>(all => new DefaultAzureCredential(
            new DefaultAzureCredentialOptions { ManagedIdentityClientId = all.GetRequiredService<StorageSettings>().IdentityClientId }));

    /// <exception cref="InvalidOperationException">Settings are missing or wrong: a line for each.</exception>
    public static IServiceProvider WithCheckedSettings(this IServiceProvider services) =>
        services.GetRequiredService<AllSettings>().Problems is { Count: > 0 } problems
            ? throw new InvalidOperationException(string.Join(Environment.NewLine, problems))
            : services;
}
