namespace PhotoFunctions.Functions.Api.Exports;

/// <summary>Why something is exported, and by whom; who may be left out where the credential has a holder.</summary>
internal sealed record ExportBody(string? Reason, string? By = null);
