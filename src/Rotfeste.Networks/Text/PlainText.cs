using System.Text;

namespace Rotfeste.Networks.Text;

/// <summary>What a person typed, made fit to send.</summary>
public static class PlainText
{
    /// <summary>
    /// Line ends become "\n", control characters but tab go, half surrogate pairs become U+FFFD, space at the end goes.
    /// Everything visible, and the invisible marks of right-to-left and joined scripts, stay.
    /// </summary>
    public static string Clean(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune)) text.Append(rune);
        return text.ToString().TrimEnd();
    }
}
