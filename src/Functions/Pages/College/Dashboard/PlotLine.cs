namespace PhotoFunctions.Functions.Pages.College.Dashboard;

/// <summary>One line of a plot.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Points">From the first day to the last.</param>
/// <param name="Total">The number at its end.</param>
/// <param name="LabelY">Where its label stands, apart from the others.</param>
public sealed record PlotLine(PlotLineKind Kind, IReadOnlyList<(double X, double Y)> Points, int Total, double LabelY);
