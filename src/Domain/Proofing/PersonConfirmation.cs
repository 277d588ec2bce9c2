namespace PhotoFunctions.Domain.Proofing;

/// <summary>
/// A teacher's word that the photo shows the student, and that number, name and ID number are right (认真核对相片是否是本人).
/// Sensitive: the person is stored encrypted, never logged.
/// </summary>
/// <param name="By">Who says so; nobody has checked it.</param>
/// <param name="At">When.</param>
/// <param name="Sha256">SHA-256 of the original that the teacher saw.</param>
public sealed record PersonConfirmation(string By, DateTimeOffset At, string Sha256)
{
    /// <summary>Prints nothing that a person wrote.</summary>
    /// <returns>The photo.</returns>
    public override string ToString() => Sha256;
}
