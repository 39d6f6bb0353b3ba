using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Networks;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Channels.Accounts;

public sealed class ChannelHealthTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 22, 12, 0);

    [Theory]
    [InlineData(FailureKind.SignInRefused, ChannelState.SignInAgain, ItemReason.SignInAgain)]
    [InlineData(FailureKind.TokenRevoked, ChannelState.SignInAgain, ItemReason.SignInAgain)]
    [InlineData(FailureKind.AccountClosed, ChannelState.RefusedByNetwork, ItemReason.AccountRefused)]
    public void What_a_person_must_mend_stops_the_channel(FailureKind kind, ChannelState state, ItemReason reason)
    {
        var channel = New();
        channel.Learn(new Failure(kind), Start);

        channel.Health.State.ShouldBe(state);
        channel.ObstacleAt(Start)!.Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData(FailureKind.NotFound)]
    [InlineData(FailureKind.Refused)]
    [InlineData(FailureKind.InvalidSwap)]
    public void A_no_to_one_question_is_no_sickness(FailureKind kind)
    {
        var channel = New();
        channel.Learn(new Failure(kind), Start);

        channel.Health.State.ShouldBe(ChannelState.Connected);
    }

    [Fact]
    public void A_server_that_fails_again_and_again_is_left_in_peace_longer_and_longer()
    {
        var channel = New();
        var rests = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            channel.Learn(new Failure(FailureKind.TimedOut), Start);
            rests.Add(channel.ObstacleAt(Start)?.Until is { } until ? (until - Start).TotalSeconds : 0);
        }

        rests.ShouldBe([0, 0, 15, 60, 300, 300]);
        channel.ObstacleAt(Start + Duration.FromMinutes(5)).ShouldBeNull();
    }

    [Fact]
    public void Since_stays_while_the_state_stays_and_one_good_answer_mends_all()
    {
        var channel = New();
        channel.Learn(new Failure(FailureKind.Unreachable), Start);
        channel.Learn(new Failure(FailureKind.ServerError), Start + Duration.FromMinutes(3));
        channel.Health.Since.ShouldBe(Start);

        channel.Learn(null, Start + Duration.FromMinutes(4));

        channel.Health.ShouldBe(new ChannelHealth(ChannelState.Connected, Start + Duration.FromMinutes(4), null));
        channel.FailuresInRow.ShouldBe(0);
    }

    [Fact]
    public void A_rate_limit_ends_when_the_network_said_so()
    {
        var channel = New();
        var until = Start + Duration.FromSeconds(90);
        channel.Learn(new Failure(FailureKind.RateLimited, 429, null, until.ToDateTimeOffset()), Start);

        channel.ObstacleAt(until - Duration.FromSeconds(1)).ShouldBe(new Obstacle(ItemReason.RateLimited, until));
        channel.ObstacleAt(until).ShouldBeNull();
    }

    [Fact]
    public void A_rest_that_a_clock_running_ahead_has_set_is_none_and_no_server_is_left_alone_for_more_than_a_day()
    {
        var (channel, year) = (New(), Duration.FromDays(365));
        for (var i = 0; i < 5; i++)
            channel.Learn(new Failure(FailureKind.Unreachable), Start + year);
        channel.ObstacleAt(Start + year).ShouldNotBeNull();
        channel.ObstacleAt(Start).ShouldBeNull();

        channel.Learn(new Failure(FailureKind.RateLimited, 429, null, (Start + year).ToDateTimeOffset()), Start);
        channel.ObstacleAt(Start)!.Until.ShouldBe(Start + Duration.FromDays(1));
    }

    [Fact]
    public void A_pause_hides_the_state_and_gives_it_back()
    {
        var channel = New();
        channel.Learn(new Failure(FailureKind.TokenRevoked), Start);
        channel.Pause(Start + Duration.FromHours(1));
        channel.Health.ShouldBe(new ChannelHealth(ChannelState.Paused, Start + Duration.FromHours(1), null));

        channel.Resume();

        channel.Health.State.ShouldBe(ChannelState.SignInAgain);
    }

    [Fact]
    public void A_channel_never_becomes_another_account() =>
        Should.Throw<InvalidOperationException>(() => New().SignIn(Account("did:plc:another"), Start));

    private static Channel New() => Channel.Connect(OrganisationId.New(), Account("did:plc:ours"), PersonId.New(), Start);

    private static SignedInAccount Account(string did) => new(new Uri("https://pds.example"), did, "fjordvik.example", "Fjordvik");
}
