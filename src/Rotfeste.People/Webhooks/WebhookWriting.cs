using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Notices;
using Rotfeste.People.Units;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.People.Webhooks;

/// <summary>Writes messages to rooms in Slack and Teams, in the caller's unit of work.</summary>
internal sealed class WebhookWriting(AppDb db, NoticeWords words, DueWork due, IClock clock)
{
    public async Task WriteAsync(UnitId? unit, Notice notice, CancellationToken cancellation)
    {
        words.MustKnow(notice.Kind);
        var webhooks = await db.Set<Webhook>().AsNoTracking().ToListAsync(cancellation);
        if (webhooks.Count == 0)
            return;

        var line = await LineAsync(unit, cancellation);
        foreach (var webhook in webhooks.Where(w => !w.IsStopped && (w.Unit is null || line.Contains(w.Unit.Value))))
            await WriteAsync(webhook, notice, cancellation);
    }

    public Task WriteAsync(Webhook webhook, Notice notice, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var message = WebhookMessage.Write(webhook, notice, now);
        db.Add(message);
        return due.ScheduleAsync(new SendToWebhookJob(message.Id, webhook.Organisation), now, message.Id.ToString(), cancellation);
    }

    // The unit and those above it.
    private async Task<HashSet<UnitId>> LineAsync(UnitId? unit, CancellationToken cancellation)
    {
        var found = new HashSet<UnitId>();
        if (unit is null)
            return found;
        var parents = await db.Set<Unit>().ToDictionaryAsync(u => u.Id, u => u.Parent, cancellation);
        for (var next = unit; next is { } id && found.Add(id); next = parents.GetValueOrDefault(id))
        {
        }

        return found;
    }
}
