using Microsoft.Extensions.Configuration;
using NodaTime;

namespace Rotfeste.Listening.Timelines;

/// <summary>How often public lists are read. ROTFESTE_TIMELINE_SECONDS: pause between two questions about one list (60).</summary>
internal sealed class TimelineChoices(IConfiguration configuration)
{
    private static readonly Duration WhereRefused = Duration.FromHours(6);
    private readonly Duration pause = Duration.FromSeconds(configuration.GetValue("ROTFESTE_TIMELINE_SECONDS", 60));

    /// <summary>Whether mentions are looked at again.</summary>
    public bool IsLookDue(Instant? lookedAt, Instant now) => lookedAt is not { } looked || now - looked >= pause;

    public bool IsDue(Timeline? timeline, Instant now) =>
        timeline?.AskedAt is not { } asked || now - asked >= (timeline.RefusedSince is null ? pause : WhereRefused);
}
