using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Drafts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Initiatives.Drafts;

public sealed class TwoWritersTests
{
    private static readonly PersonId Kari = PersonId.New();
    private static readonly PersonId Tor = PersonId.New();
    private static readonly BriefField Gain = BriefFields.Find("gain")!;
    private static readonly Brief Opened = Brief.Empty with { Gain = "Færre må ringe." };
    private static readonly string Seen = SeenMark.Of(Opened.Gain);

    [Fact]
    public void Whoever_writes_alone_overwrites_as_often_as_they_like()
    {
        var once = TwoWriters.Keep(Opened, Gain, "Færre må ringe to ganger.", Seen, Kari);
        var twice = TwoWriters.Keep(once, Gain, "Nesten ingen må ringe.", Seen, Kari);

        (twice.Gain, twice.Asides.Count).ShouldBe(("Nesten ingen må ringe.", 0));
    }

    [Fact]
    public void The_second_of_two_is_put_aside_and_neither_text_is_lost()
    {
        var hers = TwoWriters.Keep(Opened, Gain, "Karis tekst.", Seen, Kari);
        var both = TwoWriters.Keep(TwoWriters.Keep(hers, Gain, "Tors te", Seen, Tor), Gain, "Tors tekst.", Seen, Tor);

        both.Gain.ShouldBe("Karis tekst.");
        both.Asides.ShouldHaveSingleItem().ShouldBe(new Aside("gain", Tor, "Tors tekst."));
        TwoWriters.Keep(both, Gain, "Karis tekst, mer.", Seen, Kari).Gain.ShouldBe("Karis tekst, mer.");
    }

    [Fact]
    public void A_field_that_one_did_not_touch_takes_nothing_from_the_one_who_did()
    {
        var hers = TwoWriters.Keep(Opened, Gain, "Karis tekst.", Seen, Kari);

        TwoWriters.Keep(hers, Gain, Opened.Gain, Seen, Tor).ShouldBeSameAs(hers);
    }

    [Fact]
    public void What_the_other_has_built_on_is_not_put_aside()
    {
        var his = TwoWriters.Keep(Opened, Gain, "Tors tekst.", Seen, Tor);
        var hers = TwoWriters.Keep(his, Gain, "Tors tekst, og Karis.", SeenMark.Of("Tors tekst."), Kari);

        TwoWriters.Keep(hers, Gain, "Tors tekst.", Seen, Tor).ShouldBeSameAs(hers);
    }

    [Fact]
    public void Swapping_loses_nothing_and_removing_takes_only_what_was_chosen()
    {
        var both = TwoWriters.Keep(TwoWriters.Keep(Opened, Gain, "Karis tekst.", Seen, Kari), Gain, "Tors tekst.", Seen, Tor);

        var swapped = TwoWriters.Use(both, Gain, Tor, Tor);

        (swapped.Gain, swapped.Asides.Single()).ShouldBe(("Tors tekst.", new Aside("gain", Kari, "Karis tekst.")));
        TwoWriters.Drop(swapped, "gain", Kari).Asides.ShouldBeEmpty();
        TwoWriters.Drop(swapped, "fit", Kari).Asides.ShouldHaveSingleItem();
    }
}
