using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Programs;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Hooks;

/// <summary>Writes what is to be told, in the caller's unit of work; it is sent once that is stored.</summary>
internal sealed class HookWriting(AppDb db, Organisations organisations, DueWork due, Settings settings, IClock clock)
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>To every address that has chosen the event and is not switched off.</summary>
    public async Task WriteAsync(IReadOnlyList<Told> told, CancellationToken cancellation)
    {
        var hooks = await db.Set<Hook>().AsNoTracking().Where(h => h.StoppedAt == null).ToListAsync(cancellation);
        var wanted = hooks.SelectMany(h => told.Where(t => h.Events.Contains(t.Event)).Select(t => (Hook: h, Told: t))).ToList();
        if (wanted.Count == 0)
            return;

        foreach (var (hook, one) in wanted)
            await WriteAsync(hook, one, cancellation);
        FaultPoint.Pass("hook-message-before-store");
        db.AfterCommit(() => FaultPoint.Pass("hook-message-stored"));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>To one address.</summary>
    public async Task WriteAsync(Hook hook, Told told, CancellationToken cancellation)
    {
        var slug = (await organisations.FindAsync(hook.Organisation, cancellation))!.Slug;
        var link = new Uri(settings.Address, told.Conversation is { } id ? $"/{slug}/inbox/{id}" : $"/{slug}/").AbsoluteUri;
        var json = JsonSerializer.Serialize(
            new Body(told.Event, told.At.ToDateTimeOffset(), new Data(told.Conversation?.Value, told.Answer, told.Outcome, link)), Plain);
        var message = HookMessage.Write(hook, told.Event, json, clock.GetCurrentInstant());
        db.Add(message);
        await SendAsync(message, cancellation);
    }

    /// <summary>Has a message tried now.</summary>
    public Task SendAsync(HookMessage message, CancellationToken cancellation) =>
        due.ScheduleAsync(new SendHookMessageJob(message.Id, message.Organisation), clock.GetCurrentInstant(), message.Id.ToString(), cancellation);

    private sealed record Body(string Type, DateTimeOffset Timestamp, Data Data);

    private sealed record Data(
        Guid? Conversation, Guid? Answer, [property: JsonConverter(typeof(Kebab<ConversationOutcome>))] ConversationOutcome? Outcome, string Link);
}
