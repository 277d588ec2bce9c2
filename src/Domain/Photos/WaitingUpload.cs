using PhotoFunctions.Domain.Students;

namespace PhotoFunctions.Domain.Photos;

/// <summary>An upload in quarantine that came before its student: by now the student is known.</summary>
/// <param name="Version">The upload version, with the name and the time under which it came.</param>
/// <param name="Student">The student whose ID number it names.</param>
public sealed record WaitingUpload(UploadVersion Version, StudentKey Student);
