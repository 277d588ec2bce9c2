using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Functions.Imaging.Checks;

namespace PhotoFunctions.Functions.Imaging;

/// <summary>Takes every measurement of a decoded picture.</summary>
internal sealed class PixelMeasurement(IFaceFinder faces)
{
    public PixelInspection Measure(WorkingImage picture, PhotoSpecification specification)
    {
        var grey = GreyPlane.Of(picture);
        var found = faces.Find(picture);
        var inspection = new PixelInspection
        {
            Height = picture.Height,
            Background = BackgroundCheck.Measure(picture, specification.Background),
            Face = found,
            Fingerprint = FingerprintCheck.Measure(grey),
        };
        if (found is not { Faces: [var face] })
        {
            return inspection;
        }

        return inspection with
        {
            BlueClothesShare = ClothesCheck.Measure(picture, face),
            Light = LightCheck.Measure(picture, face),
            Sharpness = face.Width >= specification.Sharpness.MinFaceWidth
                ? SharpnessCheck.Measure(grey.Crop(face.Left, face.Top, face.Width, face.Height))
                : null,
        };
    }
}
