using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Domain.Students;
using PhotoFunctions.Functions.Storage.Links;

namespace PhotoFunctions.Functions.Pages.College.Students;

/// <summary>The pictures of a student's photo, with links that a page can show.</summary>
internal sealed class StudentPictures(PictureLinks links)
{
    public async Task<IReadOnlyList<ShownPicture>> ListAsync(Student student, CancellationToken cancellationToken) =>
        [.. (await links.CreateAsync(student, cancellationToken)).Select(link => Shown(student.Photo!, link))];

    // An original that was never decoded may be anything: it is downloaded, not shown.
    private static ShownPicture Shown(DecidedPhoto photo, PictureLink link)
    {
        var output = photo.Outputs.FirstOrDefault(output => output.Profile == link.Picture);
        var isPicture = output is not null || photo.Fingerprint is not null;
        return new ShownPicture(link.Picture, isPicture ? link.Url : null, output?.Width, output?.Height);
    }
}
