using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.Tests.Platform.Ledger;

public sealed class LedgerProperties
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(2_000).WithQuietOnSuccess(true);

    /// <summary>Each changes one thing in an entry.</summary>
    private static readonly Func<RandomJson, LedgerEntry, LedgerEntry>[] Changes =
    [
        (random, e) => Copy(e, data: random.Changed(e.Data)),
        (random, e) => Copy(e, kind: random.Changed(e.Kind)),
        (random, e) => Copy(e, at: e.At + Duration.FromTicks(10 * (1 + random.Next(1_000_000)))),
        (_, e) => Copy(e, by: e.By is null ? PersonId.New() : null, changesBy: true),
        (_, e) => Copy(e, by: PersonId.New(), changesBy: true),
        (_, e) => Copy(e, chain: OrganisationId.New()),
        (random, e) => Copy(e, hash: random.Changed(e.Hash)),
        (random, e) => Copy(e, previous: e.Previous.Length == 0 ? "0" : random.Changed(e.Previous)),
        (random, e) => Copy(e, sequence: e.Sequence + 1 + random.Next(3)),
    ];

    [Fact]
    public void Canonical_json_is_a_fixed_point_and_means_the_same() => Prop.ForAll(Seeds, seed =>
    {
        var value = new RandomJson(seed).Value();
        var once = CanonicalJson.Again(value?.ToJsonString(Indented) ?? "null");
        return CanonicalJson.Again(once) == once && CanonicalJson.Is(once) && JsonNode.DeepEquals(JsonNode.Parse(once), value);
    }).Check(Often);

    [Fact]
    public void The_order_of_keys_makes_no_difference() => Prop.ForAll(Seeds, seed =>
    {
        var random = new RandomJson(seed);
        var value = random.Object();
        return CanonicalJson.Again(random.Shuffled(value)!.ToJsonString(Indented)) == CanonicalJson.Again(value.ToJsonString());
    }).Check(Often);

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"b":1,"a":2}""")]
    [InlineData("""{"a": 1}""")]
    [InlineData("""{"a":"\u0041"}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"a":1}{}""")]
    [InlineData("")]
    [InlineData("{")]
    public void What_is_not_in_canonical_form_is_refused_and_never_thrown(string json) => CanonicalJson.Is(json).ShouldBeFalse();

    [Fact]
    public void A_whole_chain_is_sound() => Prop.ForAll(Seeds, seed => FirstBroken(Make(new RandomJson(seed))) is null).Check(Often);

    [Fact]
    public void Any_change_in_any_entry_is_found_at_that_entry() => Prop.ForAll(Seeds, seed =>
    {
        var random = new RandomJson(seed);
        var entries = Make(random);
        var at = random.Next(entries.Count);
        entries[at] = Changes[random.Next(Changes.Length)](random, entries[at]);
        return FirstBroken(entries) == at + 1;
    }).Check(Often);

    [Fact]
    public void An_entry_taken_out_put_in_or_moved_is_found_where_it_was() => Prop.ForAll(Seeds, seed =>
    {
        var random = new RandomJson(seed);
        var entries = Make(random);
        var at = random.Next(entries.Count - 1);
        var entry = entries[at];
        var isPutIn = random.Next(2) == 0;
        if (isPutIn)
            entries.Insert(at, entry);
        else
            entries.RemoveAt(at);
        return FirstBroken(entries) == (isPutIn ? at + 2 : at + 1);
    }).Check(Often);

    private static List<LedgerEntry> Make(RandomJson random)
    {
        var chain = OrganisationId.New();
        var entries = Enumerable.Range(0, 2 + random.Next(8)).Select(i => new LedgerEntry
        {
            Chain = chain,
            At = Instant.FromUnixTimeSeconds(1_700_000_000 + i),
            Kind = "role-changed",
            By = random.Next(2) == 0 ? null : PersonId.New(),
            Data = CanonicalJson.Again(random.Object().ToJsonString()),
        }).ToList();
        Chain.Link(entries, 0, "");
        return entries;
    }

    private static int? FirstBroken(List<LedgerEntry> entries)
    {
        var head = "";
        for (var i = 0; i < entries.Count; i++)
        {
            if (!Chain.Follows(entries[i], i, head))
                return i + 1;
            head = entries[i].Hash;
        }

        return null;
    }

    private static LedgerEntry Copy(
        LedgerEntry e, string? data = null, string? kind = null, Instant? at = null, PersonId? by = null, bool changesBy = false,
        OrganisationId? chain = null, string? hash = null, string? previous = null, long? sequence = null) => new()
    {
        Chain = chain ?? e.Chain,
        At = at ?? e.At,
        Kind = kind ?? e.Kind,
        By = changesBy ? by : e.By,
        Data = data ?? e.Data,
        Sequence = sequence ?? e.Sequence,
        Previous = previous ?? e.Previous,
        Hash = hash ?? e.Hash,
    };
}
