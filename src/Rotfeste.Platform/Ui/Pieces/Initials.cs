using System.Globalization;

namespace Rotfeste.Platform.Ui.Pieces;

/// <summary>The one or two letters that stand for a name.</summary>
internal static class Initials
{
    /// <summary>First letter of the first and of the last word, "?" where a name has no letters ("🌲", zero-width marks).</summary>
    public static string Of(string name)
    {
        var letters = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => word.FirstOrDefault(char.IsLetterOrDigit))
            .Where(letter => letter != default)
            .ToList();
        return letters switch
        {
            [] => "?",
            [var only] => Upper(only),
            [var first, .., var last] => Upper(first) + Upper(last),
        };
    }

    private static string Upper(char letter) => char.ToUpper(letter, CultureInfo.CurrentCulture).ToString();
}
