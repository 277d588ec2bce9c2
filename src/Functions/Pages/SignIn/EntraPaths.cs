namespace PhotoFunctions.Functions.Pages.SignIn;

/// <summary>The addresses of the sign-in with an account of the college's tenant.</summary>
public static class EntraPaths
{
    /// <summary>Where the tenant sends people back to. Its full address is registered there.</summary>
    public const string Callback = "/api/sign-in/entra";

    /// <summary>Where they leave for the tenant.</summary>
    public const string Start = "/api/sign-in/entra/start";

    /// <summary>The same, and where to go afterwards.</summary>
    public static string Begin(string back) => $"{Start}?{SignInEndpoints.BackField}={Uri.EscapeDataString(back)}";
}
