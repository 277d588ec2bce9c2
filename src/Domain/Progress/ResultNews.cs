namespace PhotoFunctions.Domain.Progress;

/// <summary>What an imported result is beside the newest that is known.</summary>
internal enum ResultNews
{
    /// <summary>Newer, or the first.</summary>
    News,

    /// <summary>Known already.</summary>
    Repeated,

    /// <summary>Overtaken.</summary>
    Older,
}
