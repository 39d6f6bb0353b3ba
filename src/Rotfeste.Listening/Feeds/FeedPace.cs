using NodaTime;

namespace Rotfeste.Listening.Feeds;

/// <summary>How long to wait before a feed is asked again: hourly at first, sooner where there was something new, later where there was not.</summary>
internal static class FeedPace
{
    public const int FirstMinutes = 60;
    private const int LeastMinutes = 15;
    private const int MostMinutes = 24 * 60;

    /// <summary>The next pace in minutes.</summary>
    public static int After(int minutes, bool hasNew) =>
        Math.Clamp(hasNew ? minutes / 2 : minutes + (minutes / 4), LeastMinutes, MostMinutes);

    /// <summary>The wait: the pace, but never shorter than server and feed ask for, and at most a day.</summary>
    public static Duration Wait(int minutes, Duration? server, TimeSpan? feed)
    {
        var wait = Duration.FromMinutes(minutes);
        if (server is { } asked)
            wait = Duration.Max(wait, asked);
        if (feed is { } wished)
            wait = Duration.Max(wait, Duration.FromTimeSpan(wished));
        return Duration.Min(wait, Duration.FromMinutes(MostMinutes));
    }

    /// <summary>The wait after trouble: doubled each time from the pace, at most a day, never shorter than the server asks for.</summary>
    /// <param name="minutes">The pace.</param>
    /// <param name="troubled">How long it has been in trouble.</param>
    /// <param name="server">What the server asks for, or null.</param>
    public static Duration WaitInTrouble(int minutes, Duration troubled, Duration? server) =>
        Wait(Math.Max(minutes, (int)Math.Min(troubled.TotalMinutes, MostMinutes)), server, null);
}
