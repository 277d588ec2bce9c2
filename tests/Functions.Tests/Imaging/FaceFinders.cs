using Microsoft.Extensions.Logging.Abstractions;
using PhotoFunctions.Functions.Imaging.Faces;

namespace PhotoFunctions.Functions.Tests.Imaging;

internal static class FaceFinders
{
    /// <summary>With the cascades that the build put beside the app.</summary>
    public static CascadeFaceFinder Real { get; } = In(CascadeFaceFinder.Folder);

    public static CascadeFaceFinder In(string folder) =>
        new(Path.Combine(AppContext.BaseDirectory, folder), NullLogger<CascadeFaceFinder>.Instance);
}
