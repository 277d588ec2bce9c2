using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Functions.Imaging.Checks;

namespace PhotoFunctions.Functions.Imaging.Faces;

/// <summary>Looks for faces with two trained cascades; where their files are missing it says so once and finds nothing out.</summary>
internal sealed partial class CascadeFaceFinder : IFaceFinder
{
    /// <summary>Where the build puts the cascades, beside the program.</summary>
    public const string Folder = "Cascades";

    private const string FaceFile = "haarcascade_frontalface_alt2.xml";
    private const string EyeFile = "haarcascade_eye_tree_eyeglasses.xml";
    private const int CoarseHeight = 320;
    private const int FineHeight = 640;
    private const int MinNeighbours = 4;
    private const double MinCoarseFace = 0.15;
    private const double MinFineFace = 0.075;
    private const int MinTurnedNeighbours = 8;
    private const int QuarterTurn = 90;
    private readonly CascadeDetector? _faces;
    private readonly EyeLineFinder? _eyes;

    public CascadeFaceFinder(string folder, ILogger<CascadeFaceFinder> logger)
    {
        var (faces, eyes) = (Path.Combine(folder, FaceFile), Path.Combine(folder, EyeFile));
        if (!File.Exists(faces) || !File.Exists(eyes))
        {
            Log.CascadesMissing(logger);
            return;
        }

        _faces = new CascadeDetector(Cascade.Read(faces));
        _eyes = new EyeLineFinder(new CascadeDetector(Cascade.Read(eyes)));
    }

    public FaceFacts? Find(WorkingImage picture)
    {
        if (_faces is null)
        {
            return null;
        }

        var grey = GreyPlane.Of(picture);
        var faces = FindAt(grey, CoarseHeight, MinCoarseFace, MinNeighbours);
        return faces.Count switch
        {
            0 => WithoutFace(grey),
            1 => WithFace(grey, faces),
            _ => new FaceFacts { Faces = faces },
        };
    }

    private FaceFacts WithFace(GreyPlane grey, IReadOnlyList<FaceBox> faces)
    {
        var eyes = _eyes!.Find(grey, faces[0]);
        return new FaceFacts
        {
            Faces = faces,
            FacesAtFinerScale = FindAt(grey, FineHeight, MinFineFace, MinNeighbours).Count,
            RollDegrees = eyes.RollDegrees,
            EyeLine = eyes.Y,
        };
    }

    private FaceFacts WithoutFace(GreyPlane grey)
    {
        if (QrCodeFinder.IsIn(grey))
        {
            return new FaceFacts { Faces = [], HasQrCode = true };
        }

        var turned = grey;
        for (var degrees = QuarterTurn; degrees < 4 * QuarterTurn; degrees += QuarterTurn)
        {
            turned = turned.Turn();
            if (FindAt(turned, CoarseHeight, MinCoarseFace, MinTurnedNeighbours).Count == 1)
            {
                return new FaceFacts { Faces = [], TurnNeeded = degrees };
            }
        }

        return new FaceFacts { Faces = [] };
    }

    // Never enlarged: a small picture is looked at as it is.
    private IReadOnlyList<FaceBox> FindAt(GreyPlane grey, int height, double minShare, int minNeighbours)
    {
        var scale = Math.Min(1, (double)height / Math.Max(grey.Height, grey.Width));
        var scaled = grey.Resize((int)Math.Round(grey.Width * scale), (int)Math.Round(grey.Height * scale));
        return
        [
            .. _faces!.Find(scaled, (int)(minShare * Math.Max(scaled.Width, scaled.Height)), minNeighbours)
                .Select(region => BoxOf(region, scale, grey)),
        ];
    }

    private static FaceBox BoxOf(Region region, double scale, GreyPlane grey)
    {
        var inside = new Region(
            (int)Math.Round(region.Left / scale),
            (int)Math.Round(region.Top / scale),
            (int)Math.Round(region.Right / scale),
            (int)Math.Round(region.Bottom / scale)).Within(grey.Width, grey.Height);
        return new FaceBox(inside.Left, inside.Top, inside.Right - inside.Left, inside.Bottom - inside.Top);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The cascade files are missing: no photo is checked for a face, every one goes to review")]
        public static partial void CascadesMissing(ILogger logger);
    }
}
