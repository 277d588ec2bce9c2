namespace PhotoFunctions.Domain.Proofing;

/// <summary>What the photo unit is asked for.</summary>
public enum UnitRequestKind
{
    /// <summary>勘误: to put right what the national site shows.</summary>
    Erratum,

    /// <summary>补印: to print a photo again.</summary>
    Reprint,
}
