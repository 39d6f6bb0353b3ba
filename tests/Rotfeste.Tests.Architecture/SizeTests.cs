using System.Text.RegularExpressions;

namespace Rotfeste.Tests.Architecture;

/// <summary>Files that can be read in one go, and names that say something.</summary>
public sealed partial class SizeTests
{
    private const int MostLines = 250;
    private const int MostRazorLines = 200;
    private const int MostMethodLines = 40;

    /// <summary>Engines in which a tight loop reads better whole; the reason stands beside each.</summary>
    private static readonly Dictionary<string, string> Exempt = new(StringComparer.Ordinal);

    private static readonly string[] EmptyWords =
        ["Manager", "Helper", "Util", "Service", "Processor", "Common", "Core", "Base", "Dto", "Impl", "Info"];

    [Fact]
    public void No_file_is_too_long_to_read_in_one_go() =>
        Code().Where(f => !Exempt.ContainsKey(House.Short(f)))
            .Select(f => (File: House.Short(f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > Most(f.File)).ShouldBeEmpty();

    [Fact]
    public void No_method_is_longer_than_a_screen() =>
        Code().Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && !Exempt.ContainsKey(House.Short(f)))
            .SelectMany(f => LongMethods(File.ReadAllLines(f)).Select(m => $"{House.Short(f)}: {m}")).ShouldBeEmpty();

    [Fact]
    public void No_name_is_an_empty_word() =>
        Code().SelectMany(f => TypeNames(File.ReadAllText(f)).Where(IsEmptyWord).Select(n => $"{House.Short(f)}: {n}")).ShouldBeEmpty();

    [Fact]
    public void A_long_method_and_an_empty_name_are_found()
    {
        LongMethods(["    public void Long()", "    {", .. Enumerable.Repeat("        Step();", 41), "    }"]).ShouldHaveSingleItem();
        LongMethods(["    public void Short()", "    {", "        Step();", "    }"]).ShouldBeEmpty();
        TypeNames("internal sealed class MailHelper;").Where(IsEmptyWord).ShouldBe(["MailHelper"]);
        TypeNames("internal sealed class Corecipient;").Where(IsEmptyWord).ShouldBeEmpty();
    }

    private static IEnumerable<string> Code() => House.Files("*.cs").Concat(House.Files("*.razor"))
        .Where(f => !House.Short(f).StartsWith("src/Rotfeste.Host/Migrations/", StringComparison.Ordinal));

    private static int Most(string file) => file.EndsWith(".razor", StringComparison.Ordinal) ? MostRazorLines : MostLines;

    // Members stand four spaces in, members of nested types eight: a body is what lies between their braces.
    private static IEnumerable<string> LongMethods(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var brace = lines[i].TrimEnd() is "    {" or "        {" ? lines[i].TrimEnd() : null;
            if (brace is null || i == 0 || TypeLine().IsMatch(lines[i - 1]))
                continue;
            var end = Array.FindIndex(lines, i, l => l.TrimEnd().StartsWith(brace.Replace('{', '}'), StringComparison.Ordinal));
            if (end - i - 1 > MostMethodLines)
                yield return $"line {i}: {end - i - 1} lines";
        }
    }

    private static IEnumerable<string> TypeNames(string source) => TypeName().Matches(source).Select(m => m.Groups[1].Value);

    private static bool IsEmptyWord(string name) =>
        Array.Exists(EmptyWords, w => Regex.IsMatch(name, $"{w}s?(?![a-z])", RegexOptions.None, TimeSpan.FromSeconds(1)));

    [GeneratedRegex(@"\b(class|struct|record|interface|enum)\b", RegexOptions.None, 1000)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"\b(?:class|record struct|struct|record|interface|enum)\s+([A-Z]\w*)", RegexOptions.None, 1000)]
    private static partial Regex TypeName();
}
