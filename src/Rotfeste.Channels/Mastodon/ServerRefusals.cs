using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Networks;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Channels.Mastodon;

/// <summary>Puts a failed sign-in into words.</summary>
internal sealed class ServerRefusals(IStringLocalizer<Texts> texts, IClock clock)
{
    public const string Field = "server";

    /// <param name="failure">Why.</param>
    /// <param name="host">Host of the server.</param>
    /// <param name="addressRefused">Our own guard refused its address.</param>
    public Refusal Of(Failure failure, string host, bool addressRefused) => addressRefused
        ? new(Field, texts["Refused.Address", host])
        : failure.Kind switch
        {
            FailureKind.SignInRefused or FailureKind.TokenRevoked => new(Field, texts["Refused.SignIn", host]),
            FailureKind.AccountClosed => new(Field, texts["Refused.Closed", host]),
            FailureKind.RateLimited => new("", texts.Count("Refused.RateLimited", MinutesTo(failure), host)),
            FailureKind.TimedOut => new(Field, texts["Refused.Slow", host]),
            FailureKind.Unreachable => new(Field, texts["Refused.Unreachable", host]),
            FailureKind.ServerError => new(Field, texts["Refused.ServerError", host]),
            FailureKind.NotJson or FailureKind.TooLarge or FailureKind.NotFound or FailureKind.Refused => new(Field, texts["Refused.NotMastodon", host]),
            _ => new("", texts["Refused.Other", host]),
        };

    private int MinutesTo(Failure failure)
    {
        var wait = failure.Until is { } until ? Instant.FromDateTimeOffset(until) - clock.GetCurrentInstant() : Duration.Zero;
        return Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
    }
}
