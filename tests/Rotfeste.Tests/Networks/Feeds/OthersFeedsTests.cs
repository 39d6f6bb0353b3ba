using System.Text.Json;
using System.Text.RegularExpressions;
using Rotfeste.Networks.Feeds;

namespace Rotfeste.Tests.Networks.Feeds;

/// <summary>
/// The test files of another feed reader (Debian: golang-github-mmcdole-gofeed-dev), fetched by ./test and kept outside the checkout: title,
/// link, date, author and content of feed and entries as that reader expects them.
/// </summary>
public sealed partial class OthersFeedsTests
{
    // What we read otherwise, and why.
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["translator/atom/feed_item_updated_-_atom03_feed_entry_modified"] = "a change without a publication is given as the publication there; we invent none",
    };

    private static string? Folder => Environment.GetEnvironmentVariable("ROTFESTE_TEST_FEEDS") is { Length: > 0 } given && Directory.Exists(given) ? given : null;

    [Fact]
    public void All_test_files_of_another_reader_are_read_as_it_reads_them()
    {
        if (Folder is not { } folder)
        {
            Assert.Skip("ROTFESTE_TEST_FEEDS names no folder; ./test fetches the files.");
            return;
        }

        var wrong = new List<string>();
        var exceptions = new HashSet<string>(StringComparer.Ordinal);
        var read = 0;
        foreach (var (name, feed, expected) in Cases(folder))
        {
            read++;
            var differences = Differences(FeedReader.Read(File.ReadAllBytes(feed), null, null).Feed, expected).ToList();
            if (differences.Count > 0 && !Exceptions.ContainsKey(name))
                wrong.Add($"{name}: {string.Join("; ", differences)}");
            else if (differences.Count > 0)
                exceptions.Add(name);
        }

        wrong.ShouldBeEmpty();
        Exceptions.Keys.Except(exceptions).ShouldBeEmpty("an exception that is none any more");
        read.ShouldBeGreaterThan(480);
    }

    [Theory]
    [InlineData("atom03_feed.xml", "Feed Title")]
    [InlineData("atom10_feed.xml", "Feed Title")]
    [InlineData("rss_feed.xml", "Feed Title")]
    [InlineData("rss_feed_bom.xml", "Feed Title")]
    [InlineData("rss_feed_leading_spaces.xml", "Feed Title")]
    [InlineData("rdf_feed.xml", "Feed Title")]
    [InlineData("sample.json", "title")]
    [InlineData("json10_feed.json", "title")]
    [InlineData("json11_feed.json", "title")]
    [InlineData("unknown_feed.xml", null)]
    [InlineData("empty_feed.xml", null)]
    [InlineData("invalid.json", null)]
    public void Its_universal_files_are_told_apart(string file, string? title)
    {
        if (Folder is not { } folder)
        {
            Assert.Skip("ROTFESTE_TEST_FEEDS names no folder; ./test fetches the files.");
            return;
        }

        FeedReader.Read(File.ReadAllBytes(Path.Combine(folder, "parser", "universal", file)), null, null).Feed?.Title.ToPlain().ShouldBe(title);
        if (title is null)
            FeedReader.Read(File.ReadAllBytes(Path.Combine(folder, "parser", "universal", file)), null, null).Feed.ShouldBeNull();
    }

    private static IEnumerable<(string Name, string Feed, Expected Expected)> Cases(string folder)
    {
        foreach (var kind in (string[])["parser/atom", "parser/rss", "translator/atom", "translator/rss"])
        {
            foreach (var feed in Directory.EnumerateFiles(Path.Combine(folder, kind), "*.xml").Order(StringComparer.Ordinal))
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(Path.ChangeExtension(feed, ".json")));
                yield return ($"{kind}/{Path.GetFileNameWithoutExtension(feed)}", feed, Expected.From(json.RootElement, kind));
            }
        }

        foreach (var kind in (string[])["parser/json", "translator/json"])
        {
            foreach (var expected in Directory.EnumerateFiles(Path.Combine(folder, kind), "*_expected.json").Order(StringComparer.Ordinal))
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(expected));
                var feed = expected.Replace("_expected", "", StringComparison.Ordinal);
                yield return ($"{kind}/{Path.GetFileNameWithoutExtension(feed)}", feed, Expected.From(json.RootElement, kind));
            }
        }
    }

    private static IEnumerable<string> Differences(Feed? feed, Expected expected)
    {
        if (feed is null)
            return ["not read"];
        var found = Compare("feed", expected, feed.Title, feed.Link, null, feed.Author, FeedText.None);
        if (feed.Items.Count != expected.Items.Count)
            return found.Append($"{feed.Items.Count} entries for {expected.Items.Count}");
        return found.Concat(feed.Items.Zip(expected.Items).SelectMany((pair, at) => Compare(
            $"entry {at}", pair.Second, pair.First.Title, pair.First.Link, pair.First.Published, pair.First.Author,
            pair.First.Content, pair.First.Summary, pair.First.Updated, pair.First.Id)));
    }

    private static IEnumerable<string> Compare(
        string where, Expected expected, FeedText title, string link, DateTimeOffset? published, FeedAuthor? author, FeedText content, FeedText summary = default,
        DateTimeOffset? updated = null, string? id = null)
    {
        if (Same(title.Value) != Same(expected.Title))
            yield return $"{where} title {title.Value} for {expected.Title}";
        if (link != expected.Link)
            yield return $"{where} link {link} for {expected.Link}";
        if ((author?.Name ?? "") != expected.Name || (author?.Email ?? "") != expected.Email)
            yield return $"{where} author {author} for {expected.Name} {expected.Email}";
        if (id is null)
            yield break;
        if (expected.Published is not null && published != expected.Published)
            yield return $"{where} published {published:O} for {expected.Published:O}";
        if (expected.Updated is not null && updated != expected.Updated)
            yield return $"{where} updated {updated:O} for {expected.Updated:O}";
        if (Same(content.Value) != Same(expected.Content))
            yield return $"{where} content {content.Value} for {expected.Content}";
        if (Same(summary.Value) != Same(expected.Summary))
            yield return $"{where} summary {summary.Value} for {expected.Summary}";
        if (expected.Id.Length > 0 && id != expected.Id)
            yield return $"{where} id {id} for {expected.Id}";
    }

    // How a tag is written out again is the serializer's affair.
    private static string Same(string? text) => Space().Replace(text ?? "", " ").Replace(" />", "/>", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    private sealed record Expected(
        string Title, string Link, string Name, string Email, DateTimeOffset? Published, DateTimeOffset? Updated, string Content, string Summary, string Id,
        IReadOnlyList<Expected> Items)
    {
        public static Expected From(JsonElement of, string kind)
        {
            var isAtom = kind == "parser/atom";
            var isJson = kind == "parser/json";
            var items = isAtom ? "entries" : "items";
            var (name, email) = Author(of, kind);
            return new(
                Text(of, "title"),
                isAtom ? Alternate(of) : isJson ? Text(of, "home_page_url", "url") : Text(of, "link"),
                name,
                email,
                Time(of, isJson ? "date_published" : kind == "parser/rss" ? "pubDateParsed" : "publishedParsed"),
                Time(of, isJson ? "date_modified" : "updatedParsed"),
                isAtom ? of.TryGetProperty("content", out var content) ? Text(content, "value") : "" : isJson ? Text(of, "content_html", "content_text") : Text(of, "content"),
                Text(of, isAtom || isJson ? "summary" : "description"),
                kind == "parser/rss" ? of.TryGetProperty("guid", out var guid) ? Text(guid, "value") : "" : isAtom || isJson ? Text(of, "id") : Text(of, "guid"),
                of.TryGetProperty(items, out var all) && all.ValueKind == JsonValueKind.Array ? [.. all.EnumerateArray().Select(i => From(i, kind))] : []);
        }

        private static (string Name, string Email) Author(JsonElement of, string kind)
        {
            if (kind == "parser/rss")
            {
                var written = Text(of, "author", "managingEditor", "webMaster");
                return Authors.Of(written) is { } read ? (read.Name, read.Email) : ("", "");
            }

            var author = of.TryGetProperty("authors", out var several) && several.ValueKind == JsonValueKind.Array && several.GetArrayLength() > 0
                ? several[0]
                : of.TryGetProperty("author", out var one) ? one : default;
            return author.ValueKind == JsonValueKind.Object ? (Text(author, "name"), Text(author, "email")) : ("", "");
        }

        private static string Alternate(JsonElement of) => of.TryGetProperty("links", out var links) && links.ValueKind == JsonValueKind.Array
            ? links.EnumerateArray().Where(l => Text(l, "rel") is "" or "alternate").Select(l => Text(l, "href")).FirstOrDefault() ?? ""
            : "";

        private static DateTimeOffset? Time(JsonElement of, string name) =>
            of.TryGetProperty(name, out var value) && value.TryGetDateTimeOffset(out var time) ? time : null;

        private static string Text(JsonElement of, params string[] names)
        {
            foreach (var name in names)
            {
                if (of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
                    return value.GetString()!;
            }

            return "";
        }
    }
}
