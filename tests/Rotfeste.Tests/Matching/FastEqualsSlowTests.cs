using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Rotfeste.Matching;

namespace Rotfeste.Tests.Matching;

public class FastEqualsSlowTests
{
    private const int Cases = 20_000;
    private const int ManyCases = 400_000;

    private readonly Hits _hits = new();
    private int _found;

    [Fact]
    public void Searches_find_exactly_what_a_slow_reading_of_the_rules_finds() => CheckAll(Cases);

    [Fact]
    [Trait("Length", "long")]
    public void Hundreds_of_thousands_of_random_cases_agree_too() => CheckAll(ManyCases);

    private void CheckAll(int cases)
    {
        Prop.ForAll(RandomCases.All, Agree).Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithEndSize(60).WithQuietOnSuccess(true));
        // Agreement on posts that nothing finds would prove little.
        _found.ShouldBeGreaterThan(cases);
    }

    private bool Agree(RandomCase random)
    {
        var slow = new SlowPost(random.Post);
        var accepted = random.Searches.Where(search => search.Requires(false)).ToArray();
        var parsed = accepted.Select(Parse).ToArray();
        foreach (var refused in random.Searches.Except(accepted))
        {
            Query.TryParse(refused.ToString(), out _, out var refusal).ShouldBeFalse();
            refusal!.Reason.ShouldBe(QueryReason.NothingPresent);
        }
        var expected = Enumerable.Range(0, accepted.Length).Where(at => accepted[at].Fits(slow)).ToArray();
        _found += expected.Length;
        var index = MatchIndex<int>.Build(parsed.Select((query, at) => KeyValuePair.Create(at, query)));

        var given = random.Post;
        var post = new Post(given.Text)
        {
            Tags = given.Tags,
            Mentions = given.Mentions,
            Languages = given.Languages,
            Links = given.Links,
            LinkRanges = given.LinkRanges,
            Author = given.Author,
            Source = given.Source,
            IsReply = given.IsReply,
            HasImage = given.HasImage,
        };
        index.Match(post, _hits);
        _hits.Ordinals.ToArray().ShouldBe(expected);

        index.Match(post with { Text = default, Utf8Text = Encoding.UTF8.GetBytes(given.Text), LinkRanges = InBytes(given) }, _hits);
        _hits.Ordinals.ToArray().ShouldBe(expected);

        var changed = MatchIndex<int>.Empty.With([.. parsed.Select((query, at) => KeyValuePair.Create(at, query))], []);
        changed.Match(post, _hits);
        _hits.Ordinals.ToArray().ShouldBe(expected);

        for (var at = 0; at < parsed.Length; at++)
            CheckMarks(parsed[at], accepted[at], post, expected.Contains(at));
        return true;
    }

    private static TextRange[] InBytes(RandomPost post) =>
    [
        .. post.LinkRanges.Select(range => new TextRange(
            Encoding.UTF8.GetByteCount(post.Text.AsSpan(0, range.Start)), Encoding.UTF8.GetByteCount(post.Text.AsSpan(range.Start, range.Length)))),
    ];

    private static Query Parse(SlowQuery search)
    {
        Query.TryParse(search.ToString(), out var query, out var refusal).ShouldBeTrue($"{search}: {refusal}");
        return query!;
    }

    private static void CheckMarks(Query query, SlowQuery slow, Post post, bool fits)
    {
        query.Fits(post).ShouldBe(fits);
        var marks = Marks.Of(query, post);
        if (!fits)
            marks.ShouldBeEmpty();
        var end = 0;
        foreach (var mark in marks)
        {
            mark.Start.ShouldBeGreaterThanOrEqualTo(end);
            mark.Length.ShouldBeGreaterThan(0);
            end = mark.End;
            // Where the search is one word or phrase, what is marked is by itself a hit. Not where it could begin an
            // address once it is cut out: after a word character "www." begins none; nor where a link was cut from between.
            if (slow is SlowPhrase && post.LinkRanges.IsEmpty && !MayBeginAnAddress(post.Text.Slice(mark.Start, mark.Length)))
                query.Fits(new Post(post.Text.Slice(mark.Start, mark.Length))).ShouldBeTrue();
        }
        end.ShouldBeLessThanOrEqualTo(post.Text.Length);
        if (fits && slow is (SlowPhrase or SlowNear or SlowLiteral))
            marks.ShouldNotBeEmpty();
    }

    private static bool MayBeginAnAddress(ReadOnlySpan<char> marked)
    {
        var plain = string.Concat(marked.ToArray().Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format));
        return plain.Contains("ww", StringComparison.OrdinalIgnoreCase) || plain.Contains("://", StringComparison.Ordinal);
    }
}
