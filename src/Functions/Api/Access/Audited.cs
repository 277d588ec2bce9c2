using PhotoFunctions.Domain.Access;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>Says that an endpoint's answer is told to the audit trail, and as what.</summary>
internal sealed record Audited(AuditAction Action);
