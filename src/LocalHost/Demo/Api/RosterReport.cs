namespace PhotoFunctions.LocalHost.Demo.Api;

internal sealed record RosterReport(int Rows, int Added, int Updated, int Unchanged, int Rejected, IReadOnlyList<RosterError> Errors);
