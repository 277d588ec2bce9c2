using PhotoFunctions.Domain.Photos;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>Measures what the look for faces takes; it is part of the measuring.</summary>
internal sealed class MeasuredFaceFinder(IFaceFinder inner, StageTimer stages) : IFaceFinder
{
    public FaceFacts? Find(WorkingImage picture) => stages.Run(StageNames.Faces, () => inner.Find(picture));
}
