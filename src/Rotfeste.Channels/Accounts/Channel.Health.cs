using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Networks;

namespace Rotfeste.Channels.Accounts;

internal sealed partial class Channel
{
    /// <summary>How long a server that fails again and again is left in peace; the first two failures cost no rest.</summary>
    private static readonly Duration[] Rests =
        [Duration.Zero, Duration.Zero, Duration.FromSeconds(15), Duration.FromMinutes(1), Duration.FromMinutes(5)];

    private static readonly Duration RefusedRest = Duration.FromMinutes(10);

    /// <summary>Nobody is left in peace for longer, whatever a server says; what stands here for later was set by a clock that ran ahead.</summary>
    private static readonly Duration LongestRest = Duration.FromDays(1);

    /// <summary>Never Paused: a pause lies over the state and hides it only.</summary>
    public ChannelState State { get; private set; } = ChannelState.Connected;

    public Instant Since { get; private set; }

    public Instant? Until { get; private set; }

    public int FailuresInRow { get; private set; }

    public ChannelHealth Health => PausedAt is { } paused ? new(ChannelState.Paused, paused, null) : new(State, Since, Until);

    /// <summary>Takes in what came of a call.</summary>
    /// <param name="failure">Null when the server answered.</param>
    /// <param name="now">When.</param>
    public void Learn(Failure? failure, Instant now)
    {
        switch (failure?.Kind)
        {
            case FailureKind.SignInRefused or FailureKind.TokenExpired or FailureKind.TokenRevoked:
                Stand(ChannelState.SignInAgain, null, now);
                break;
            case FailureKind.AccountClosed:
                Stand(ChannelState.RefusedByNetwork, now + RefusedRest, now);
                break;
            case FailureKind.RateLimited:
                Stand(ChannelState.RateLimited, Until(failure, now), now);
                break;
            case FailureKind.ServerError or FailureKind.NotJson or FailureKind.TooLarge or FailureKind.Unreachable or FailureKind.TimedOut:
                var rest = Rests[Math.Min(FailuresInRow++, Rests.Length - 1)];
                Stand(ChannelState.Unreachable, Until(failure, now) ?? (rest == Duration.Zero ? null : now + rest), now);
                break;
            default:
                FailuresInRow = 0;
                Stand(ChannelState.Connected, null, now);
                break;
        }

        static Instant? Until(Failure failure, Instant now) =>
            failure.Until is { } until ? Instant.Min(Instant.FromDateTimeOffset(until), now + LongestRest) : null;
    }

    /// <summary>What keeps this channel from calling its network now, or null when nothing does.</summary>
    public Obstacle? ObstacleAt(Instant now)
    {
        if (!IsConnected)
            return new(ItemReason.AccountRefused, null);
        if (PausedAt is not null)
            return new(ItemReason.Paused, null);
        var rests = Until > now && Until <= now + LongestRest;
        return State switch
        {
            ChannelState.SignInAgain => new(ItemReason.SignInAgain, null),
            ChannelState.RefusedByNetwork when rests => new(ItemReason.AccountRefused, Until),
            ChannelState.RateLimited when rests => new(ItemReason.RateLimited, Until),
            ChannelState.Unreachable when rests => new(ItemReason.Unreachable, Until),
            _ => null,
        };
    }

    private void Stand(ChannelState state, Instant? until, Instant now)
    {
        if (State != state || Since == default)
            Since = now;
        (State, Until) = (state, until);
    }
}

/// <summary>Why a channel may not be used now.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Until">When it ends by itself, or null when a person must do something.</param>
internal sealed record Obstacle(ItemReason Reason, Instant? Until);
