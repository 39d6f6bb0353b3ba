using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Rotfeste.Tests.Architecture;

/// <summary>Every text stands in all languages, and no screen has words of its own.</summary>
public sealed partial class TextTests
{
    private static readonly string[] Languages = ["", ".nb", ".nn", ".da"];

    [Fact]
    public void Every_text_stands_in_all_languages() =>
        House.Files("Texts.resx").SelectMany(english => Gaps(Path.GetDirectoryName(english)!)).ShouldBeEmpty();

    [Fact]
    public void Every_text_has_the_same_places_in_all_languages() =>
        House.Files("Texts.resx").SelectMany(english => UnlikePlaces(Path.GetDirectoryName(english)!)).ShouldBeEmpty();

    [Fact]
    public void Every_key_that_a_screen_asks_for_exists() =>
        House.Files("*.razor").Where(f => File.ReadAllText(f).Contains("IStringLocalizer<Texts>", StringComparison.Ordinal))
            .SelectMany(f => Unknown(File.ReadAllText(f), Keys(Path.GetDirectoryName(f)!, "")).Select(k => $"{House.Short(f)}: {k}"))
            .ShouldBeEmpty();

    [Fact]
    public void No_screen_has_words_of_its_own() =>
        House.Files("*.razor").SelectMany(f => Words(File.ReadAllText(f)).Select(w => $"{House.Short(f)}: {w}")).ShouldBeEmpty();

    [Fact]
    public void Words_in_a_screen_and_unknown_keys_are_found()
    {
        Words("<p>Velkommen hit</p>").ShouldBe(["Velkommen hit"]);
        Words("<p>@T[\"Welcome\"]</p> <b>·</b>\n@code { string x = \"<p>never</p>\"; }").ShouldBeEmpty();
        Unknown("<p>@T[\"Gone\"]</p>", new Dictionary<string, string>()).ShouldBe(["Gone"]);
    }

    private static IEnumerable<string> Gaps(string folder)
    {
        var english = Keys(folder, "");
        foreach (var language in Languages.Skip(1))
        {
            var keys = Keys(folder, language);
            foreach (var key in english.Keys.Except(keys.Keys).Concat(keys.Keys.Except(english.Keys)))
                yield return $"{House.Short(folder)}{language}: {key}";
            foreach (var empty in keys.Where(k => string.IsNullOrWhiteSpace(k.Value)))
                yield return $"{House.Short(folder)}{language}: {empty.Key} is empty";
        }
    }

    private static IEnumerable<string> UnlikePlaces(string folder)
    {
        var english = Keys(folder, "");
        return Languages.Skip(1).SelectMany(language => Keys(folder, language)
            .Where(k => english.TryGetValue(k.Key, out var same) && !Places(same).SetEquals(Places(k.Value)))
            .Select(k => $"{House.Short(folder)}{language}: {k.Key}"));
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value)];

    private static Dictionary<string, string> Keys(string folder, string language)
    {
        var file = Path.Combine(folder, $"Texts{language}.resx");
        return File.Exists(file)
            ? XDocument.Load(file).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value)
            : [];
    }

    private static IEnumerable<string> Unknown(string razor, Dictionary<string, string> keys) => AskedFor().Matches(razor)
        .Select(m => m.Groups[1].Value).Where(k => !k.Contains('{', StringComparison.Ordinal) && !keys.ContainsKey(k) && !keys.ContainsKey($"{k}.one"));

    private static IEnumerable<string> Words(string razor)
    {
        var code = razor.IndexOf("@code", StringComparison.Ordinal);
        var markup = Comment().Replace(code < 0 ? razor : razor[..code], "");
        return Between().Matches(markup).Select(m => m.Groups[1].Value.Trim())
            .Where(t => Word().IsMatch(t) && !Branch().IsMatch(t) && !t.Contains('@', StringComparison.Ordinal) && !t.Contains('{', StringComparison.Ordinal) && !t.Contains('}', StringComparison.Ordinal) && t != "Rotfeste");
    }

    [GeneratedRegex(@"\{(\d+)(?::[^}]*)?\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("""(?<![A-Za-z])T(?:\[|\.Count\()"([^"{]+)"[,\]]""", RegexOptions.None, 1000)]
    private static partial Regex AskedFor();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"<[A-Za-z/](?:[^<>]*[^=<>])?>([^<>@]+)<", RegexOptions.None, 1000)]
    private static partial Regex Between();

    // Between two branches of a @switch stands code, not words.
    [GeneratedRegex(@"^break;\s+(case|default)\b", RegexOptions.None, 1000)]
    private static partial Regex Branch();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
