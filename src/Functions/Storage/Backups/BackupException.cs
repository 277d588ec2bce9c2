namespace PhotoFunctions.Functions.Storage.Backups;

/// <summary>A backup cannot be used, or may not be: the message is for the administrator who asked, and names nobody.</summary>
internal sealed class BackupException(string message) : Exception(message);
