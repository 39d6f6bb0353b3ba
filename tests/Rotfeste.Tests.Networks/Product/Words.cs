using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Rotfeste.Tests.Networks.Product;

/// <summary>What stands on the screens in Norwegian Bokmål, read from the product's own texts: a better word breaks no journey.</summary>
internal static partial class Words
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Read = new();

    /// <summary>A text without placeholders, such as <c>Of("Channels/Accounts", "State.Connected")</c>.</summary>
    public static string Of(string folder, string key) => Read.GetOrAdd(folder, ReadFrom).TryGetValue(key, out var text)
        ? text
        : throw new ArgumentException($"There is no text {key} in {folder}.", nameof(key));

    /// <summary>A text with its placeholders filled in.</summary>
    public static string Of(string folder, string key, params object[] values) => string.Format(null, Of(folder, key), values);

    /// <summary>A text whose placeholders may hold anything.</summary>
    public static Regex Like(string folder, string key) =>
        new(string.Join(".*", Placeholder().Split(Of(folder, key)).Select(Regex.Escape)), RegexOptions.Singleline);

    private static IReadOnlyDictionary<string, string> ReadFrom(string folder) =>
        XDocument.Load(Path.Combine(ProductProcess.Metadata("Source"), $"Rotfeste.{folder}", "Texts.nb.resx"))
            .Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Placeholder();
}
