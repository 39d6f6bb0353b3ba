using System.Text;
using Rotfeste.Host.Commands;
using Rotfeste.Matching;
using Rotfeste.Matching.Lines;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Host.Commands;

public class MatchVerbTests
{
    [Fact]
    public async Task Hits_come_in_the_order_of_the_input_and_of_the_searches()
    {
        var posts = string.Concat(Enumerable.Range(0, 20_000).Select(at => $$"""{"id":"p{{at}}","text":"{{(at % 3 == 0 ? "Ny skole" : "skole")}} nummer {{at}}"}""" + "\n"));
        var (output, speech) = await RunAsync(posts, ("q1", "19999"), ("q2", "skole"), ("q3", "\"ny skole\""), ("ø\"", "nummer ny"));

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(20_000);
        lines[0].ShouldBe("""{"id":"p0","searches":["q2","q3","ø\""]}""");
        lines[1].ShouldBe("""{"id":"p1","searches":["q2"]}""");
        lines[^1].ShouldBe("""{"id":"p19999","searches":["q1","q2"]}""");
        speech.ShouldStartWith("20000 posts, 20000 hits, ");
    }

    [Fact]
    public async Task A_bad_line_is_counted_named_and_passed_over()
    {
        var (output, speech) = await RunAsync("\uFEFF{\"id\":\"a\",\"text\":\"skole\"}\r\n\nhei\n{\"id\":\"b\",\"text\":\"skole\"}\n{\"id\":", ("q", "skole"));
        output.ShouldBe("{\"id\":\"a\",\"searches\":[\"q\"]}\n{\"id\":\"b\",\"searches\":[\"q\"]}\n");
        speech.ShouldContain("line 3: ");
        speech.ShouldContain("line 5: ");
        speech.ShouldContain("2 posts, 2 hits");
        speech.ShouldContain("2 bad lines");
    }

    [Fact]
    public async Task A_line_longer_than_any_buffer_is_read()
    {
        var text = new string('a', 3_000_000);
        var (output, _) = await RunAsync($$"""{"id":"a","text":"{{text}} skole"}""", ("q", "skole"));
        output.ShouldBe("{\"id\":\"a\",\"searches\":[\"q\"]}\n");
    }

    [Fact]
    public void A_refused_query_is_told_with_place_reason_and_proposal()
    {
        Query.TryParse("a NEAR/60 b", out _, out var refusal).ShouldBeFalse();
        RefusalWords.Of("a NEAR/60 b", refusal!).ShouldBe("position 3 at NEAR/60: NEAR takes a number from 0 to 50. Perhaps: a NEAR/50 b");
        foreach (var reason in Enum.GetValues<QueryReason>())
            RefusalWords.Of("a", new QueryRefusal(0, 1, reason, null)).Length.ShouldBeGreaterThan(20);
    }

    private static async Task<(string Output, string Speech)> RunAsync(string posts, params (string Id, string Query)[] searches)
    {
        var index = MatchIndex<string>.Build(searches.Select(search => KeyValuePair.Create(search.Id, Rotfeste.Tests.Matching.Find.Query(search.Query))));
        using var output = new MemoryStream();
        await using var speech = new StringWriter();
        await new MatchRun(index, PostFormat.Posts, speech, isTerminal: false).RunAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(posts)), output, CancellationToken.None);
        return (Encoding.UTF8.GetString(output.ToArray()), speech.ToString());
    }
}
