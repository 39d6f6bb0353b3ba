using Rotfeste.Matching;

namespace Rotfeste.Tests.Matching;

public class ManySearchesTests
{
    [Fact]
    public void Fifty_thousand_searches_fit_in_memory_and_a_change_leaves_the_large_table_alone()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = MatchIndex<int>.Build([.. Enumerable.Range(0, 50_000).Select(i => KeyValuePair.Create(i, Find.Query($"(navn{i} OR \"sted{i} kommune\") -fotball{i % 7}")))]);
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(250_000_000);

        var whole = Allocated(() => MatchIndex<int>.Build([.. index.Searches]));
        MatchIndex<int> changed = null!;
        Allocated(() => changed = index.With(17, Find.Query("noe annet"))).ShouldBeLessThan(whole / 5, "Measured in bytes and not in time, so that a busy machine decides nothing.");

        var hits = new Hits();
        changed.Match(new Post("navn17 navn18 og noe annet, sted49999 kommune"), hits);
        hits.Ordinals.ToArray().Select(changed.IdOf).Order().ShouldBe([17, 18, 49_999]);
    }

    [Fact]
    public void A_search_of_twenty_thousand_characters_is_read_and_one_more_is_refused_in_words()
    {
        var longest = string.Join(" OR ", Enumerable.Range(0, 1_900).Select(i => $"ord{i}")) + " OR slutt";
        var query = longest[..Math.Min(longest.Length, 20_000)];
        Query.TryParse(query, out var read, out _).ShouldBeTrue();
        read!.Fits(new Post("her er ord1200")).ShouldBeTrue();
        Query.TryParse(query.PadRight(20_001, 'x'), out _, out var refusal).ShouldBeFalse();
        refusal!.Reason.ShouldBe(QueryReason.TooLong);
        Query.TryParse(new string('(', 20_000), out _, out refusal).ShouldBeFalse();
        Query.TryParse(string.Concat(Enumerable.Repeat("NOT ", 5_000)), out _, out refusal).ShouldBeFalse();
    }

    private static long Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
