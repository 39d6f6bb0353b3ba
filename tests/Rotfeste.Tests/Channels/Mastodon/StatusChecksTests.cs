using NodaTime;
using Rotfeste.Channels;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Events;
using Rotfeste.Channels.Mastodon;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Channels.Mastodon;

public sealed class StatusChecksTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 25, 12, 0);
    private static readonly Duration Year = Duration.FromDays(365);
    private static readonly ChannelSettings Settings = ChannelSettings.From(null);

    [Fact]
    public void A_mention_is_looked_at_often_at_first_then_ever_less_and_not_after_a_month()
    {
        After(Duration.Zero).ShouldBe(Duration.FromMinutes(1));
        After(Duration.FromHours(5)).ShouldBe(Duration.FromMinutes(30));
        After(Duration.FromDays(29)).ShouldBe(Duration.FromHours(6));
        StatusChecks.NextLook(Now - Duration.FromDays(31), Now, Settings).ShouldBeNull();
        After(-Year).ShouldBe(Duration.FromHours(6), "it came while a clock ran ahead");

        static Duration After(Duration age) => StatusChecks.NextLook(Now - age, Now, Settings)!.Value - Now;
    }

    [Fact]
    public void A_look_that_was_planned_while_a_clock_ran_ahead_is_made_now()
    {
        IsDue(StatusChecks.NextLook(Now + Year, Now + Year, Settings)).ShouldBeTrue();
        IsDue(StatusChecks.NextLook(Now, Now, Settings)).ShouldBeFalse();
        IsDue(StatusChecks.NextLook(Now - Duration.FromDays(29), Now, Settings)).ShouldBeFalse();
        IsDue(Now).ShouldBeTrue();
        IsDue(null).ShouldBeFalse();
    }

    private static bool IsDue(Instant? at)
    {
        var mention = RawEvent.Of(new ChannelKey(OrganisationId.New(), ChannelId.New()), "key", "uri", AccountEventKind.Mention, "{}", Now, Now);
        mention.LookAgain(at);
        return StatusChecks.IsDue(Now).Compile()(mention);
    }
}
