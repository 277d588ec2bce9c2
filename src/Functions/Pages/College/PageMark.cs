namespace PhotoFunctions.Functions.Pages.College;

/// <summary>Says that an endpoint is a page: people look at its answers, refusals too.</summary>
internal sealed class PageMark
{
    private PageMark()
    {
    }

    public static PageMark Instance { get; } = new();
}
