using NodaTime;
using Rotfeste.Analysis.Targets;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Reports;

/// <summary>First and next answers of one group.</summary>
internal sealed class GroupSum(CountingRule rule)
{
    private readonly Tally first = new(rule);
    private readonly Tally next = new(rule);

    public void Add(in CountedWait wait) => (wait.Kind == TargetKind.FirstAnswer ? first : next).Add(wait);

    public IReadOnlySet<PersonId> People => first.People.Union(next.People).ToHashSet();

    public PairView Close() => new(first.Close(), next.Close());
}

/// <summary>Groups by a key.</summary>
internal sealed class Sums<TKey>(CountingRule rule)
    where TKey : notnull
{
    private readonly Dictionary<TKey, GroupSum> groups = [];

    public void Add(TKey key, in CountedWait wait)
    {
        if (!groups.TryGetValue(key, out var group))
            groups[key] = group = new GroupSum(rule);
        group.Add(wait);
    }

    public PairView? Find(TKey key) => groups.GetValueOrDefault(key)?.Close();

    public IReadOnlyCollection<TKey> Keys => groups.Keys;

    /// <summary>Those that may be shown.</summary>
    public HashSet<TKey> Shown() => Crowd.Shown<TKey>([.. groups.Select(g => (g.Key, g.Value.People))]);
}

/// <summary>Everything that one pass over the waits of a period gives.</summary>
internal sealed class PeriodSums(ReportPeriod period, CountingRule rule)
{
    public GroupSum Whole { get; } = new(rule);

    public Sums<Guid> Channels { get; } = new(rule);

    /// <summary>Answers alone; empty for those of people without a unit.</summary>
    public Sums<Guid> Units { get; } = new(rule);

    public Sums<Guid> Labels { get; } = new(rule);

    public Sums<LocalDate> Weeks { get; } = new(rule);

    public long[,] Asked { get; } = new long[7, 24];

    public long[,] Answered { get; } = new long[7, 24];

    public int Outside { get; private set; }

    public void Add(in CountedWait wait)
    {
        Whole.Add(wait);
        Channels.Add(wait.Channel.Value, wait);
        if (wait.By is not null)
            Units.Add(wait.Unit?.Value ?? Guid.Empty, wait);
        var asked = wait.AskedAt.InZone(period.Zone);
        Weeks.Add(asked.Date.PlusDays(1 - (int)asked.DayOfWeek), wait);
        Asked[(int)asked.DayOfWeek - 1, asked.Hour]++;
        if (rule.Has(CountedPart.Outside, wait))
            Outside++;
        if (!rule.Has(CountedPart.Answered, wait) || wait.EndedAt is not { } ended)
            return;

        var answered = ended.InZone(period.Zone);
        Answered[(int)answered.DayOfWeek - 1, answered.Hour]++;
    }
}
