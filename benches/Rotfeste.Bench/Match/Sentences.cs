using System.Text;
using System.Xml.Linq;
using Rotfeste.Bench.Grounds;

namespace Rotfeste.Bench.Match;

/// <summary>
/// Norwegian texts of the length of posts, about 116 bytes: sentences of a file named by ROTFESTE_BENCH_TEXTS, one a line, or else of the
/// product's own Norwegian screens. Short ones are put together. The same each time.
/// </summary>
internal static class Sentences
{
    private const int Least = 70;
    private const int Most = 300;

    public static string[] Read(int count)
    {
        var sentences = Source().Where(s => s.Length > 0).ToArray();
        var random = new Random(20_261_125);
        var texts = new string[count];
        for (var at = 0; at < count; at++)
        {
            var text = new StringBuilder();
            while (text.Length < Least)
                text.Append(text.Length > 0 ? " " : "").Append(sentences[random.Next(sentences.Length)]);
            texts[at] = text.Length <= Most ? text.ToString() : text.ToString(0, Most);
        }

        return texts;
    }

    /// <summary>Every word of the texts once, in small letters.</summary>
    public static string[] Vocabulary(IEnumerable<string> texts) =>
    [
        .. texts.SelectMany(t => t.Split(' ')).Select(w => new string([.. w.Where(char.IsLetter)]).ToLowerInvariant()).Where(w => w.Length > 1)
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Source() =>
        Environment.GetEnvironmentVariable("ROTFESTE_BENCH_TEXTS") is { Length: > 0 } file
            ? File.ReadLines(file).Select(line => line.Trim())
            : Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "Texts.nb.resx", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .SelectMany(path => XDocument.Load(path).Descendants("data").Select(d => (string)d.Element("value")!));
}
