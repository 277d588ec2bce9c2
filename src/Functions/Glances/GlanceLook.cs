using PhotoFunctions.Domain.Reports;

namespace PhotoFunctions.Functions.Glances;

/// <summary>The last glance at a cohort, and whether a newer one is being made.</summary>
internal sealed record GlanceLook(CohortGlance Glance, bool IsBeingRenewed);
