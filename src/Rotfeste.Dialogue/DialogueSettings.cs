using System.Globalization;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace Rotfeste.Dialogue;

/// <summary>What this room is told from outside.</summary>
/// <param name="Regret">ROTFESTE_REGRET_SECONDS: how long an answer waits, so that its writer can take it back.</param>
internal sealed record DialogueSettings(Duration Regret)
{
    private const double Usual = 10;

    /// <summary>For people, who count whole seconds.</summary>
    public int RegretSeconds => (int)Math.Ceiling(Regret.TotalSeconds);

    /// <exception cref="FormatException">The value is no number of seconds; the message names it.</exception>
    public static DialogueSettings From(IConfiguration? configuration)
    {
        if (configuration?["ROTFESTE_REGRET_SECONDS"] is not { Length: > 0 } value)
            return new(Duration.FromSeconds(Usual));
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 300
            ? new(Duration.FromSeconds(seconds))
            : throw new FormatException($"ROTFESTE_REGRET_SECONDS is not a number of seconds from 0 to 300: {value}");
    }
}
