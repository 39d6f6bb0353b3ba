using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Networks;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Channels.Bluesky;

/// <summary>Puts a failed sign-in into words, at the field where it can be mended.</summary>
internal sealed class SignInRefusals(IStringLocalizer<Texts> texts, IClock clock)
{
    public const string Server = "server";
    public const string Handle = "handle";
    public const string Password = "password";

    /// <param name="answer">A sign-in that failed.</param>
    /// <param name="host">Host of the server.</param>
    /// <param name="handle">Without @.</param>
    public Refusal Of(SignInAnswer answer, string host, string handle)
    {
        if (answer.AddressRefused)
            return new(Server, texts["Refused.Address", host]);

        var failure = answer.Failure ?? throw new ArgumentException("It did not fail.", nameof(answer));
        return failure.Kind switch
        {
            FailureKind.NotFound or FailureKind.Refused when answer.Step == SignInStep.Handle => new(Handle, texts["Refused.Handle", handle]),
            FailureKind.SignInRefused when failure.Code == "AuthFactorTokenRequired" => new(Password, texts["Refused.SecondFactor"]),
            FailureKind.SignInRefused or FailureKind.TokenRevoked => new(Password, texts["Refused.Password"]),
            FailureKind.AccountClosed => new(Handle, texts["Refused.Closed", handle]),
            FailureKind.RateLimited => new("", texts.Count("Refused.RateLimited", MinutesTo(failure), host)),
            FailureKind.TimedOut => new(Server, texts["Refused.Slow", host]),
            FailureKind.Unreachable => new(Server, texts["Refused.Unreachable", host]),
            FailureKind.NotJson or FailureKind.TooLarge => new(Server, texts["Refused.NotBluesky", host]),
            FailureKind.ServerError => new(Server, texts["Refused.ServerError", host]),
            _ => new("", texts["Refused.Other", host]),
        };
    }

    private int MinutesTo(Failure failure)
    {
        var wait = failure.Until is { } until ? Instant.FromDateTimeOffset(until) - clock.GetCurrentInstant() : Duration.Zero;
        return Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
    }
}
