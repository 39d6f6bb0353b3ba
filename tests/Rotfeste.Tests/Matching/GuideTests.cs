using System.Text.RegularExpressions;
using Rotfeste.Matching;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Matching;

/// <summary>The examples of the guide, read from the guide itself, in each of its languages.</summary>
public sealed partial class GuideTests
{
    /// <summary>Every form that there is; each must be shown in every language.</summary>
    private static readonly string[] Forms =
    [
        @"^\w+$", "^\"\\w+ \\w+\"$", @"^\w+\*$", @"^\*\w+$", @"^\*\w+\*$", @"^=\w+$", "^=\"", "^'.+'$", "^~", "^#", "^@", @"^\w+ \w+$", " AND ", " OR ", " NOT ", " -", @"^\(",
        " NEAR/", " NEAR ", " ONEAR/", "lang:", "source:", "author:", "link:", "is:reply", "is:repost", "has:image", "has:link",
    ];

    [Theory]
    [InlineData("searches.md")]
    [InlineData("searches.nb.md")]
    [InlineData("searches.nn.md")]
    [InlineData("searches.da.md")]
    public void Each_example_finds_what_it_says_and_not_what_it_says_not(string page)
    {
        var examples = File.ReadAllLines(Path.Combine(Checkout.Root, "docs", page)).Select(l => Line().Match(l)).Where(m => m.Success).ToList();

        Forms.Where(form => !examples.Exists(e => Regex.IsMatch(e.Groups["query"].Value, form, RegexOptions.None, TimeSpan.FromSeconds(1)))).ShouldBeEmpty();
        foreach (var example in examples)
        {
            var text = example.Groups["query"].Value;
            Query.TryParse(text, out var query, out _).ShouldBeTrue(text);
            Finds(query!, example.Groups["yes"].Value, example.Groups["with"]).ShouldBeTrue(example.Value);
            Finds(query!, example.Groups["no"].Value, example.Groups["without"]).ShouldBeFalse(example.Value);
        }
    }

    private static bool Finds(Query query, string text, Group carried)
    {
        string Of(string name) => carried.Value.StartsWith(name + "=", StringComparison.Ordinal) ? carried.Value[(name.Length + 1)..] : "";
        string[] Some(string value) => value.Length == 0 ? [] : [value];
        var post = new Post(text)
        {
            Languages = Some(Of("lang")),
            Links = Some(Of("link")),
            Source = Of("source") is { Length: > 0 } source ? source : null,
            Author = Of("author") is { Length: > 0 } author ? author : null,
            IsReply = carried.Value == "reply",
            IsRepost = carried.Value == "repost",
            HasImage = carried.Value == "image",
        };
        return MatchIndex<int>.Build([KeyValuePair.Create(0, query)]).Match(post, new Hits()) > 0;
    }

    [GeneratedRegex(@"^\| `(?<query>[^`]+)` \| «(?<yes>[^»]+)»(?: `(?<with>[^`]+)`)? \| «(?<no>[^»]+)»(?: `(?<without>[^`]+)`)? \|$")]
    private static partial Regex Line();
}
