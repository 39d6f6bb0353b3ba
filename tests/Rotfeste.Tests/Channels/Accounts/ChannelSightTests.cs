using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Channels.Accounts;

public sealed class ChannelSightTests
{
    private static readonly ChannelId Open = ChannelId.New();
    private static readonly ChannelId Given = ChannelId.New();
    private static readonly UnitId Technical = UnitId.New();
    private static readonly UnitId Water = UnitId.New();

    [Fact]
    public void A_channel_without_units_is_seen_by_all() => See([]).ShouldBe([Open]);

    [Fact]
    public void A_channel_given_to_a_unit_is_seen_there_and_in_the_units_under_it()
    {
        See([Technical]).ShouldBe([Open, Given], ignoreOrder: true);
        See([Water, Technical]).ShouldBe([Open, Given], ignoreOrder: true);
    }

    [Fact]
    public void A_channel_given_to_a_unit_is_not_seen_in_another() => See([Water]).ShouldBe([Open]);

    private static HashSet<ChannelId> See(UnitId[] own) => ChannelSight.Seen(
        [Open, Given], [new ChannelUnit { Channel = Given, Organisation = OrganisationId.New(), Unit = Technical }], own);
}
