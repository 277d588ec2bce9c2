namespace PhotoFunctions.Functions.Pages.College.Dashboard;

/// <summary>The room that a plot has, in its own units: one for a desk's screen, one for a phone's.</summary>
/// <param name="Width">All of it.</param>
/// <param name="Height">All of it.</param>
/// <param name="LabelWidth">What is left free on the right for the labels at the ends of the lines.</param>
public sealed record PlotFrame(double Width, double Height, double LabelWidth)
{
    /// <summary>For screens of 40rem and more.</summary>
    public static PlotFrame Wide { get; } = new(760, 320, 120);

    /// <summary>For narrower ones.</summary>
    public static PlotFrame Narrow { get; } = new(360, 300, 104);

    /// <summary>Where the days begin; the numbers of students stand before it.</summary>
    public double Left => 50;

    /// <summary>Where the days end.</summary>
    public double Right => Width - LabelWidth;

    /// <summary>Above it the days of today and of the deadline are named, and the number of all students.</summary>
    public double Top => 56;

    /// <summary>Nobody; the days are named below it.</summary>
    public double Bottom => Height - 30;
}
