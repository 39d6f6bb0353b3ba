using NodaTime;
using Rotfeste.Analysis.Calendars;
using Rotfeste.Analysis.Targets;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>What an organisation aims at, ready to be asked.</summary>
/// <param name="Calendar">When it works.</param>
/// <param name="Lead">Working time before a due time at which it becomes urgent.</param>
/// <param name="Aims">By place.</param>
internal sealed record Plan(BusinessCalendar Calendar, Duration Lead, IReadOnlyDictionary<AimPlace, AimMinutes> Aims)
{
    /// <summary>Four hours round the clock, until the organisation says something else.</summary>
    public static Plan Usual(DateTimeZone zone) => new(
        new BusinessCalendar(zone, Enumerable.Range(1, 7).ToDictionary(d => (IsoDayOfWeek)d, IReadOnlyList<OpenHours> (_) => [OpenHours.WholeDay])),
        Duration.FromHours(1),
        new Dictionary<AimPlace, AimMinutes> { [default] = new(240, 240, null) });

    /// <summary>Working time that one who knows is asked for, before it goes on to the next.</summary>
    public Duration AskTime { get; init; } = Duration.FromMinutes(ResponsePlan.UsualAskMinutes);

    /// <summary>Some aims hang on labels, so labels must be known.</summary>
    public bool AsksLabels => Aims.Keys.Any(p => p.Label is not null);

    /// <summary>Each of the three by itself: the shortest that a label says, else what the channel says, else what holds everywhere.</summary>
    public ResponseTargets TargetsOf(ChannelId channel, IReadOnlyCollection<LabelId> labels)
    {
        var byLabel = labels.Select(l => Aims.GetValueOrDefault(new AimPlace(null, l))).ToList();
        var onChannel = Aims.GetValueOrDefault(new AimPlace(channel, null));
        var everywhere = Aims.GetValueOrDefault(default);
        Duration? Of(Func<AimMinutes, int?> one) => AimMinutes.Time(byLabel.Min(one) ?? one(onChannel) ?? one(everywhere));
        return new ResponseTargets(Of(a => a.FirstAnswer), Of(a => a.NextAnswer), Of(a => a.Closing));
    }

    /// <summary>What is due before this moment is urgent now.</summary>
    public Instant UrgentBefore(Instant now) => Calendar.After(now, Lead) ?? now;

    /// <summary>When something due then becomes urgent: found by halving, for the calendar only counts forwards.</summary>
    public Instant UrgentFrom(Instant due, Instant now)
    {
        if (due <= UrgentBefore(now))
            return now;

        var (early, late) = (now, due);
        while (late - early > Duration.FromSeconds(1))
        {
            var middle = early + ((late - early) / 2);
            (early, late) = UrgentBefore(middle) >= due ? (early, middle) : (middle, late);
        }

        return late;
    }

    /// <summary>Working time left; how much it is over, below zero.</summary>
    public Duration Left(Instant due, Instant now) => due >= now ? Calendar.Between(now, due) : -Calendar.Between(due, now);
}
