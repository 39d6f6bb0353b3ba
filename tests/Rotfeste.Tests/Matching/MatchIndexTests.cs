using System.Text;
using Rotfeste.Matching;

namespace Rotfeste.Tests.Matching;

public class MatchIndexTests
{
    private readonly Hits _hits = new();

    [Fact]
    public void An_empty_index_finds_nothing() => MatchIndex<int>.Empty.Match(new Post("skole"), _hits).ShouldBe(0);

    [Fact]
    public void Hits_come_in_the_order_of_the_searches()
    {
        var index = Build("skole", "nav", "ny*", "\"ny skole\"", "skole OR ny");
        index.Match(new Post("Ny skole!"), _hits).ShouldBe(4);
        Ids(index).ShouldBe(["skole", "ny*", "\"ny skole\"", "skole OR ny"]);
    }

    [Fact]
    public void A_search_that_is_added_replaced_or_removed_leaves_the_old_index_as_it_was()
    {
        var before = Build("skole");
        var added = before.With("to", Find.Query("nav"));
        var replaced = added.With("skole", Find.Query("barnehage"));
        var removed = replaced.Without("to").Without("ukjent");

        Found(before, "nav skole barnehage").ShouldBe(["skole"]);
        Found(added, "nav skole barnehage").ShouldBe(["skole", "to"]);
        Found(replaced, "nav skole").ShouldBe(["to"]);
        Found(removed, "nav skole barnehage").ShouldBe(["skole"]);
        removed.Count.ShouldBe(1);
        removed.QueryOf(0).Text.ShouldBe("barnehage");
    }

    [Fact]
    public void Many_changes_in_turn_find_what_an_index_built_at_once_finds()
    {
        var random = new Random(4);
        var index = MatchIndex<string>.Empty;
        var wanted = new Dictionary<string, string>();
        for (var round = 0; round < 60; round++)
        {
            var removed = wanted.Keys.Where(_ => random.Next(10) == 0).ToArray();
            var changed = Enumerable.Range(0, random.Next(20)).Select(_ => $"id{random.Next(100)}").Except(removed).ToDictionary(id => id, _ => $"ord{random.Next(8)} OR \"x ord{random.Next(8)}\"");
            foreach (var id in removed)
                wanted.Remove(id);
            foreach (var (id, query) in changed)
                wanted[id] = query;
            index = index.With([.. changed.Select(search => KeyValuePair.Create(search.Key, Find.Query(search.Value)))], removed);

            var text = $"ord{random.Next(8)} x ord{random.Next(8)}";
            Found(index, text).Order().ShouldBe(wanted.Where(search => Find.In(text, search.Value)).Select(search => search.Key).Order());
            index.Count.ShouldBe(wanted.Count);
            index.Searches.ToDictionary(search => search.Key, search => search.Value.Text).ShouldBe(wanted, ignoreOrder: true);
            index.Find("ukjent").ShouldBeNull();
        }
    }

    [Fact]
    public void An_id_that_comes_twice_is_a_mistake() => Should.Throw<ArgumentException>(() => Build("a", "a"));

    [Fact]
    public void One_room_for_hits_serves_indexes_of_any_size_in_turn()
    {
        var large = Build([.. Enumerable.Range(0, 500).Select(number => "ord" + number), "skole"]);
        var small = Build("skole");
        for (var round = 0; round < 3; round++)
        {
            Found(small, "skole").ShouldBe(["skole"]);
            Found(large, "skole ord499").ShouldBe(["ord499", "skole"]);
            Found(large, "ingenting").ShouldBeEmpty();
        }
    }

    [Fact]
    public void Matching_allocates_nothing_once_it_is_warm()
    {
        var index = Build("skole", "\"ny skole\"", "nav -x", "#tag OR @nav.no", "bar*", "é", "*ole", "*avn*", "~skoele*", "=NAV NEAR/3 ny", "'sier 😀'", "link:nrk.no -has:image", "author:nav", "skole source:x");
        string[] tags = ["#tag"], mentions = ["@nav.no"], languages = ["nb"], links = ["https://nrk.no/x"];
        byte[][] texts = [.. Texts.Select(Encoding.UTF8.GetBytes)];
        Round();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
            Round();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Round()
        {
            foreach (var text in Texts)
                index.Match(new Post(text) { Tags = tags, Mentions = mentions, Languages = languages, Author = "@nav", Source = "x", Links = links }, _hits);
            foreach (var text in texts)
                index.Match(new Post(text) { Tags = tags, Mentions = mentions, Languages = languages, Author = "@nav", Source = "x", Links = links }, _hits);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("@")]
    [InlineData("@-")]
    [InlineData("#")]
    [InlineData(")")]
    [InlineData("http://)")]
    [InlineData("www.")]
    [InlineData("\u0301")]
    [InlineData("\uD83D")]
    [InlineData("a\u200D")]
    [InlineData(" a")]
    public void A_text_of_a_hundred_thousand_strange_characters_is_read_at_once(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)) + " skole";
        var index = Build("skole", "\"a skole\" OR nav", "b* OR skole");
        var started = System.Diagnostics.Stopwatch.StartNew();
        index.Match(new Post(text), _hits).ShouldBeGreaterThanOrEqualTo(2);
        Marks.Of(Find.Query("skole"), new Post(text)).ShouldContain(new TextRange(text.Length - 5, 5));
        started.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static readonly string[] Texts =
    [
        "Ny skole til nav", "café og é #tag", "@nav.no sier 😀 hei", "se https://nrk.no barnehage", "Fjord\u00ADvik", "", "x nav \uD83D", "👩\u200D👧 skole",
    ];

    private static MatchIndex<string> Build(params string[] queries) =>
        MatchIndex<string>.Build(queries.Select(query => KeyValuePair.Create(query, Find.Query(query))));

    private string[] Found(MatchIndex<string> index, string text)
    {
        index.Match(new Post(text), _hits);
        return Ids(index);
    }

    private string[] Ids(MatchIndex<string> index) => [.. _hits.Ordinals.ToArray().Select(index.IdOf)];
}
