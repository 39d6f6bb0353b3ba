using NodaTime;

namespace Rotfeste.Analysis.Targets;

/// <summary>One running or ended time, before business time is worked out.</summary>
internal sealed class Clock(Guid conversation, TargetKind kind, Instant started)
{
    public Guid Conversation => conversation;

    public TargetKind Kind => kind;

    public Instant Started => started;

    public Instant? Ended { get; private set; }

    public TargetEnd End { get; private set; }

    public Instant? PausedSince { get; private set; }

    public List<Interval> Pauses { get; private init; } = [];

    public void Pause(Instant at) => PausedSince ??= at;

    public void Resume(Instant at)
    {
        if (PausedSince is { } since)
            Pauses.Add(new(since, at));
        PausedSince = null;
    }

    public void Stop(Instant at, TargetEnd end)
    {
        (Ended, End) = (at, end);
    }

    /// <summary>The same time, gone on with in another conversation; this one ends as moved.</summary>
    public Clock Move(Guid to, Instant at)
    {
        Stop(at, TargetEnd.Moved);
        return new(to, Kind, Started) { Pauses = [.. Pauses], PausedSince = PausedSince };
    }
}
