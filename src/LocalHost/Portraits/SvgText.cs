using System.Globalization;
using System.Text;

namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>SVG text under construction; numbers are written to two decimals, whatever the culture.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _text = new();

    public SvgText Add(FormattableString svg)
    {
        var values = svg.GetArguments().Select(value => value is double number ? Math.Round(number, 2) : value).ToArray();
        _text.AppendFormat(CultureInfo.InvariantCulture, svg.Format, values).Append('\n');
        return this;
    }

    /// <summary>Adds a part on the left and its mirror image on the right.</summary>
    public SvgText AddBothSides(FormattableString svg) => Add($"<g>").Add(svg).Add($"</g><g transform='scale(-1 1)'>").Add(svg).Add($"</g>");

    public override string ToString() => _text.ToString();
}
