using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Bluesky;
using Rotfeste.Channels.Events;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Channels.Events;

public sealed class IntakeMarkTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 22, 12, 0);

    [Fact]
    public void The_mark_moves_only_when_the_way_back_has_met_what_was_there_before()
    {
        var mark = Begun();

        mark.Take(At(90), At(60), "page 2", At(100));
        (mark.SeenTo, mark.Page).ShouldBe((Start, "page 2"));
        mark.Take(At(59), At(30), "page 3", At(101));
        (mark.SeenTo, mark.Page).ShouldBe((Start, "page 3"));
        mark.Take(At(29), At(-1), "page 4", At(102));

        (mark.SeenTo, mark.Page).ShouldBe((At(90), null));
    }

    [Fact]
    public void A_way_back_that_was_cut_off_starts_over_without_moving_the_mark()
    {
        var mark = Begun();
        mark.Take(At(90), At(60), "page 2", At(100));

        mark.StartOver();

        (mark.SeenTo, mark.Page, mark.Top).ShouldBe((Start, null, null));
    }

    [Fact]
    public void A_network_whose_clock_runs_ahead_does_not_put_the_mark_into_the_future()
    {
        var mark = Begun();

        mark.Take(At(9999), At(-1), null, At(100));

        mark.SeenTo.ShouldBe(At(100));
    }

    [Fact]
    public void What_comes_while_the_first_answer_is_on_its_way_is_not_taken_for_history()
    {
        var mark = IntakeMark.Of(new ChannelKey(OrganisationId.New(), ChannelId.New()));

        mark.Begin(null, null, Start);

        (mark.Floor, mark.SeenTo).ShouldBe((null, Start));
    }

    private static IntakeMark Begun()
    {
        var mark = IntakeMark.Of(new ChannelKey(OrganisationId.New(), ChannelId.New()));
        mark.Begin(Start - Duration.FromDays(1), Start, Start);
        return mark;
    }

    private static Instant At(int seconds) => Start + Duration.FromSeconds(seconds);
}
