using Azure;
using PhotoFunctions.Domain.Reports;

namespace PhotoFunctions.Functions.Storage;

/// <summary>A glance as it is stored, and which version that is.</summary>
internal sealed record StoredGlance(CohortGlance Glance, ETag Version);
