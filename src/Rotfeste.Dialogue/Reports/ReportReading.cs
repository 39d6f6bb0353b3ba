using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Calendars;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Labels;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Charts;

namespace Rotfeste.Dialogue.Reports;

/// <summary>Reports that are on several screens.</summary>
internal sealed class KeptReports(RowVersions versions, IClock clock) : Kept<(string Sight, string Language, ReportPeriod Period), ReportView>(
    versions, clock, typeof(Waits.Wait), typeof(ConversationLabel), typeof(Conversation), typeof(Label), typeof(Deadlines.ResponsePlan));

/// <summary>Makes the response report in one pass over the waits of both periods.</summary>
internal sealed class ReportReading(
    AppDb db, KeptReports kept, WaitQuery waits, StandReading stands, UsableChannels channels, OrganisationUnits units, LabelReading labels,
    IStringLocalizer<Texts> texts)
{
    public async Task<ReportView> ReadAsync(ReportPeriod period, Caller caller, CancellationToken cancellation)
    {
        var sight = await channels.OfAsync(caller, cancellation);
        var key = (sight.Key, CultureInfo.CurrentUICulture.Name, period with { Now = period.IsCurrent ? Instant.MaxValue : default });
        return await kept.GetAsync(db, key, () => FreshAsync(period, caller, sight, cancellation));
    }

    private async Task<ReportView> FreshAsync(ReportPeriod period, Caller caller, ChannelSight sight, CancellationToken cancellation)
    {
        var rule = await waits.RuleAsync(cancellation);
        var now = await SumAsync(period, caller, sight, rule, cancellation);
        var before = await SumAsync(period.Before, caller, sight, rule, cancellation);
        var channelNames = now.Channels.Keys.ToDictionary(k => k, k => sight.Cards.Values.FirstOrDefault(c => c.Id.Value == k) is { } card ? $"@{card.Handle}" : ChannelName(k));
        var unitNames = (await units.AllAsync(cancellation)).ToDictionary(u => u.Id.Value, u => u.Name);
        return new ReportView
        {
            From = period.From,
            Last = period.Until.PlusDays(-1),
            Weeks = period.Weeks,
            IsCurrent = period.IsCurrent,
            Whole = new(texts["All"], now.Whole.Close(), before.Whole.Close(), new("")),
            Channels = Guarded(now.Channels, before.Channels, k => channelNames[k], "channel"),
            Units = Guarded(now.Units, before.Units, k => unitNames.GetValueOrDefault(k) ?? texts["NoUnit"], "unit"),
            Labels = [.. (await labels.AllAsync(cancellation)).Where(l => now.Labels.Keys.Contains(l.Id))
                .Select(l => new GroupView(l.Name, now.Labels.Find(l.Id), before.Labels.Find(l.Id), new($"label={l.Id}")))],
            ByWeek = [.. period.Mondays().Where(m => now.Weeks.Keys.Contains(m)).Select(m => new GroupView(
                texts["WeekNumber", WeekYearRules.Iso.GetWeekOfWeekYear(m)], now.Weeks.Find(m), null, new($"week={m:uuuu'-'MM'-'dd}")))],
            Asked = Days(now.Asked),
            Answered = Days(now.Answered),
            Outside = now.Outside,
            Ages = await stands.AgesAsync(caller, sight, cancellation),
            Outcomes = await stands.OutcomesAsync(period, caller, sight, cancellation),
        };
    }

    private async Task<PeriodSums> SumAsync(ReportPeriod period, Caller caller, ChannelSight sight, CountingRule rule, CancellationToken cancellation)
    {
        var sums = new PeriodSums(period, rule);
        var within = waits.Within(period, caller, sight);
        await foreach (var wait in WaitQuery.Read(within).AsAsyncEnumerable().WithCancellation(cancellation))
            sums.Add(wait);
        await foreach (var labelled in waits.Labelled(within).AsAsyncEnumerable().WithCancellation(cancellation))
            sums.Labels.Add(labelled.Label.Value, labelled.Wait);
        return sums;
    }

    private static IReadOnlyList<GroupView> Guarded(Sums<Guid> now, Sums<Guid> before, Func<Guid, string> name, string cut)
    {
        var (shown, shownBefore) = (now.Shown(), before.Shown());
        return [.. now.Keys.Select(k => new GroupView(
            name(k), shown.Contains(k) ? now.Find(k) : null, shownBefore.Contains(k) ? before.Find(k) : null, new($"{cut}={k}")))
            .OrderBy(g => g.Name, StringComparer.CurrentCulture)];
    }

    private string ChannelName(Guid channel) => channel == ByHand.HandChannel.Id.Value ? texts["ByHand"] : texts["GoneChannel"];

    // 1 January 2024 was a Monday.
    private static List<ChartDay> Days(long[,] hours) => [.. Enumerable.Range(0, 7).Select(d => new ChartDay(
        new DateTime(2024, 1, 1 + d).ToString("ddd", CultureInfo.CurrentCulture), [.. Enumerable.Range(0, 24).Select(h => hours[d, h])]))];
}
