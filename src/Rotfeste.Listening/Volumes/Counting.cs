using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Analysis;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Volumes;

/// <summary>
/// Adds up a unit of work's mentions by search and hour, and what they are told apart by, and writes the sums with it: whatever is drawn
/// later is read from these sums alone.
/// </summary>
internal sealed class Counting(AppDb db, IClock clock)
{
    private readonly Dictionary<(OrganisationId Organisation, SearchId Search, Instant Hour), long> hours = [];
    private readonly Dictionary<(OrganisationId Organisation, SearchId Search, CountBy By, Instant Hour, string Value), long> parts = [];
    private readonly Dictionary<(OrganisationId Organisation, Guid Subject, Instant Step), long> steps = [];

    /// <summary>A mention more for a search, or for <see cref="HourCount.All"/>.</summary>
    public void Add(Mention mention, SearchId search)
    {
        Grow(hours, (mention.Organisation, search, HourlyCounts.HourOf(mention.At)), 1);
        AddParts(mention, search);
    }

    /// <summary>A search hits the new words of a mention that carries these labels.</summary>
    public void Add(Mention mention, SearchId search, IEnumerable<Guid> labels)
    {
        Add(mention, search);
        foreach (var label in labels)
            GrowLabel(mention, search, label, 1);
    }

    /// <summary>A search that hit a mention hits its new words no longer. Before the mention tells its new language.</summary>
    public void Remove(Mention mention, SearchId search, IEnumerable<Guid> labels)
    {
        foreach (var label in labels)
            GrowLabel(mention, search, label, -1);
        var hour = HourlyCounts.HourOf(mention.At);
        Grow(hours, (mention.Organisation, search, hour), -1);
        Grow(parts, (mention.Organisation, search, CountBy.Source, hour, mention.Source), -1);
        Grow(parts, (mention.Organisation, search, CountBy.Language, hour, mention.Language), -1);
        AddStep(mention.Organisation, search.Value, mention.At, -1);
    }

    /// <summary>A mention whose new words are in another language.</summary>
    public void Move(Mention mention, SearchId search, string language)
    {
        var hour = HourlyCounts.HourOf(mention.At);
        Grow(parts, (mention.Organisation, search, CountBy.Language, hour, mention.Language), -1);
        Grow(parts, (mention.Organisation, search, CountBy.Language, hour, language), 1);
    }

    /// <summary>What a mention that the hours know already is told apart by.</summary>
    public void AddParts(Mention mention, SearchId search)
    {
        var hour = HourlyCounts.HourOf(mention.At);
        Grow(parts, (mention.Organisation, search, CountBy.Source, hour, mention.Source), 1);
        Grow(parts, (mention.Organisation, search, CountBy.Language, hour, mention.Language), 1);
        if (search != HourCount.All)
            AddStep(mention.Organisation, search.Value, mention.At, 1);
    }

    /// <summary>A label put on a mention (1), or taken off it (-1), for all of it and for each search that hit.</summary>
    public void AddLabel(Mention mention, Guid label, IEnumerable<SearchId> searches, int more)
    {
        foreach (var search in searches.Append(HourCount.All))
            GrowLabel(mention, search, label, more);
        AddStep(mention.Organisation, label, mention.At, more);
    }

    /// <summary>Before the unit of work is saved, inside its transaction.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        await WriteHoursAsync(cancellation);
        await WritePartsAsync(cancellation);
        await WriteStepsAsync(cancellation);
    }

    private void GrowLabel(Mention mention, SearchId search, Guid label, int more) =>
        Grow(parts, (mention.Organisation, search, CountBy.Label, HourlyCounts.HourOf(mention.At), label.ToString()), more);

    private async Task WriteHoursAsync(CancellationToken cancellation)
    {
        var (organisations, searches, at) = Lists(hours.Keys, k => k.Organisation, k => k.Search, k => k.Hour);
        await MergeAsync(
            hours,
            c => organisations.Contains(c.Organisation) && searches.Contains(c.Search) && at.Contains(c.Hour),
            c => (c.Organisation, c.Search, c.Hour),
            (c, more) => c.Count = Math.Max(0, c.Count + more),
            (k, count) => new HourCount { Organisation = k.Organisation, Search = k.Search, Hour = k.Hour, Count = count },
            cancellation);
    }

    private async Task WritePartsAsync(CancellationToken cancellation)
    {
        var (organisations, searches, at) = Lists(parts.Keys, k => k.Organisation, k => k.Search, k => k.Hour);
        var by = parts.Keys.Select(k => k.By).Distinct().ToList();
        await MergeAsync(
            parts,
            c => organisations.Contains(c.Organisation) && searches.Contains(c.Search) && by.Contains(c.By) && at.Contains(c.Hour),
            c => (c.Organisation, c.Search, c.By, c.Hour, c.Value),
            (c, more) => c.Count = Math.Max(0, c.Count + more),
            (k, count) => new PartCount { Organisation = k.Organisation, Search = k.Search, By = k.By, Hour = k.Hour, Value = k.Value, Count = count },
            cancellation);
    }

    private async Task WriteStepsAsync(CancellationToken cancellation)
    {
        var (organisations, subjects, at) = Lists(steps.Keys, k => k.Organisation, k => k.Subject, k => k.Step);
        await MergeAsync(
            steps,
            c => organisations.Contains(c.Organisation) && subjects.Contains(c.Subject) && at.Contains(c.Step),
            c => (c.Organisation, c.Subject, c.Step),
            (c, more) => c.Count = Math.Max(0, c.Count + more),
            (k, count) => new StepCount { Organisation = k.Organisation, Subject = k.Subject, Step = k.Step, Count = count },
            cancellation);
    }

    // What is older than the steps are kept is not counted in them.
    private void AddStep(OrganisationId organisation, Guid subject, Instant at, int more)
    {
        if (at > clock.GetCurrentInstant() - StepCount.Kept)
            Grow(steps, (organisation, subject, StepCount.Of(at)), more);
    }

    private async Task MergeAsync<TKey, TRow>(
        Dictionary<TKey, long> sums,
        Expression<Func<TRow, bool>> theirs,
        Func<TRow, TKey> keyOf,
        Action<TRow, long> grow,
        Func<TKey, long, TRow> make,
        CancellationToken cancellation)
        where TKey : notnull
        where TRow : class
    {
        if (sums.Count == 0)
            return;

        // Rows of this unit of work that are not saved yet are in no answer of the database.
        var known = db.Set<TRow>().Local.ToDictionary(keyOf);
        foreach (var row in await db.Set<TRow>().Where(theirs).ToListAsync(cancellation))
            known.TryAdd(keyOf(row), row);
        foreach (var (key, more) in sums)
        {
            if (known.TryGetValue(key, out var row))
                grow(row, more);
            else if (more > 0)
                db.Add(make(key, more));
        }

        sums.Clear();
    }

    private static (List<TOne>, List<TTwo>, List<TThree>) Lists<TKey, TOne, TTwo, TThree>(
        IReadOnlyCollection<TKey> keys, Func<TKey, TOne> one, Func<TKey, TTwo> two, Func<TKey, TThree> three) =>
        ([.. keys.Select(one).Distinct()], [.. keys.Select(two).Distinct()], [.. keys.Select(three).Distinct()]);

    private static void Grow<TKey>(Dictionary<TKey, long> sums, TKey key, long more)
        where TKey : notnull => sums[key] = sums.GetValueOrDefault(key) + more;
}
