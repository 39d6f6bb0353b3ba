using System.Globalization;

namespace Rotfeste.Platform.Ui.Charts;

/// <summary>Numbers as drawings want them: a point, whatever the reader's language, and no more than a tenth of a pixel.</summary>
internal static class Svg
{
    public static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
