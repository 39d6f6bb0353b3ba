using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Networks;

namespace Rotfeste.Channels.Orders;

/// <summary>What becomes of an order after a try.</summary>
internal abstract record SendVerdict
{
    /// <summary>The network has it.</summary>
    public sealed record Has : SendVerdict;

    /// <summary>Surely not there; later again.</summary>
    public sealed record Wait(ItemReason Reason, Instant? Until = null) : SendVerdict;

    /// <summary>Perhaps there; look later.</summary>
    public sealed record Unknown(ItemReason Reason, Instant? Until = null) : SendVerdict;

    /// <summary>Surely not there, and will not be.</summary>
    public sealed record No(ItemReason Reason) : SendVerdict;

    /// <summary>The key holds something: what, must be looked at.</summary>
    public sealed record Taken : SendVerdict;

    /// <summary>Judges an answer. Pure.</summary>
    /// <param name="failure">Null when all went well.</param>
    /// <param name="mayBeThere">An earlier try may have reached the network, and nobody has looked since.</param>
    public static SendVerdict Of(Failure? failure, bool mayBeThere)
    {
        if (failure is null)
            return new Has();
        if (failure.Kind == FailureKind.InvalidSwap)
            return new Taken();

        var reason = ReasonOf(failure.Kind);
        Instant? until = failure.Until is { } at ? Instant.FromDateTimeOffset(at) : null;
        if (failure.MayHaveHappened || mayBeThere)
            return new Unknown(reason, until);
        return IsFinal(failure.Kind) ? new No(reason) : new Wait(reason, until);
    }

    /// <summary>The channel may not be used now.</summary>
    public static SendVerdict Of(Obstacle obstacle, bool isConnected, bool mayBeThere) => (mayBeThere, isConnected) switch
    {
        (true, _) => new Unknown(obstacle.Reason, obstacle.Until),
        (_, true) => new Wait(obstacle.Reason, obstacle.Until),
        _ => new No(obstacle.Reason),
    };

    private static bool IsFinal(FailureKind kind) => kind is FailureKind.Refused or FailureKind.NotFound or FailureKind.AccountClosed;

    private static ItemReason ReasonOf(FailureKind kind) => kind switch
    {
        FailureKind.SignInRefused or FailureKind.TokenExpired or FailureKind.TokenRevoked => ItemReason.SignInAgain,
        FailureKind.AccountClosed => ItemReason.AccountRefused,
        FailureKind.RateLimited => ItemReason.RateLimited,
        FailureKind.Refused or FailureKind.NotFound => ItemReason.RecordRefused,
        _ => ItemReason.Unreachable,
    };
}
