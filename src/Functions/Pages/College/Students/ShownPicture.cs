namespace PhotoFunctions.Functions.Pages.College.Students;

/// <summary>A picture of a student's photo as a page shows it.</summary>
/// <param name="Name"><c>original</c>, or an output by its profile's name.</param>
/// <param name="Link">The link that shows it for a few minutes; null for a file that is no picture.</param>
/// <param name="Width">Its width in pixels; null for an original.</param>
/// <param name="Height">Its height in pixels; null for an original.</param>
public sealed record ShownPicture(string Name, Uri? Link, int? Width, int? Height);
