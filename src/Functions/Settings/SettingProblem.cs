namespace PhotoFunctions.Functions.Settings;

/// <summary>What is wrong with one setting: its name, what was expected and received, and how it could look. Never its value.</summary>
internal sealed record SettingProblem(string Name, string What, string Example)
{
    /// <summary>How the app ends over problems. Not 0: after that the host says nothing.</summary>
    public const int ExitCode = 2;

    public override string ToString() => $"{Name}: {What}. Example: {Name}={Example}";
}
