namespace PhotoFunctions.Domain.Photos;

/// <summary>Looks for faces: where they are, never whose.</summary>
public interface IFaceFinder
{
    /// <summary>Looks for faces, for the eyes of a single one, and for a QR code where there is none.</summary>
    /// <param name="picture">The picture.</param>
    /// <returns>What was found; null when this machine lacks what it takes to look.</returns>
    FaceFacts? Find(WorkingImage picture);
}
