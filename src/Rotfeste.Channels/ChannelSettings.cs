using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Rotfeste.Channels;

/// <summary>How this room talks with networks.</summary>
/// <param name="Poll">ROTFESTE_POLL_SECONDS: pause between two looks at an account's events while something happens there.</param>
/// <param name="SlowestPoll">The pause grows to this while nothing happens.</param>
/// <param name="Timeout">ROTFESTE_NETWORK_SECONDS: the longest wait for a server's whole answer.</param>
internal sealed record ChannelSettings(TimeSpan Poll, TimeSpan SlowestPoll, TimeSpan Timeout)
{
    private const int SlowestFactor = 4;

    /// <exception cref="FormatException">A value is no number of seconds; the message names it.</exception>
    public static ChannelSettings From(IConfiguration? configuration)
    {
        var poll = Seconds(configuration, "ROTFESTE_POLL_SECONDS", 5);
        return new(poll, poll * SlowestFactor, Seconds(configuration, "ROTFESTE_NETWORK_SECONDS", 15));
    }

    private static TimeSpan Seconds(IConfiguration? configuration, string name, double usual)
    {
        if (configuration?[name] is not { Length: > 0 } value)
            return TimeSpan.FromSeconds(usual);
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.01 and <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw new FormatException($"{name} is not a number of seconds from 0.01 to 3600: {value}");
    }
}
