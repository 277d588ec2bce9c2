namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>A file that is unusual or broken as a file, whatever it shows.</summary>
/// <param name="Name">Its name in the corpus, kebab-case.</param>
/// <param name="Create">Makes the bytes around the sample person of a seed.</param>
internal sealed record FileFault(string Name, Func<ulong, byte[]> Create);
