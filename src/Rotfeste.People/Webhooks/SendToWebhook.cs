using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Mails;
using Rotfeste.People.Memberships;
using Rotfeste.People.Notices;
using Rotfeste.People.Organisations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Keys;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.People.Webhooks;

/// <summary>Has a message sent.</summary>
[JobName("send-to-webhook")]
internal sealed record SendToWebhookJob(Guid Message, OrganisationId? Organisation) : IJob;

/// <summary>
/// Sends it and marks how the webhook is. Neither Slack nor Teams can be asked whether they have a message, so a crash in between may send it twice.
/// Tried for two days; an address that is gone is not tried again, and the owners are told.
/// </summary>
internal sealed class SendToWebhook(
    AppDb db, WebhookCalls calls, NoticeWords words, NoticeWriting notices, LinkMail links, Secrets secrets, IServiceProvider services,
    IStringLocalizer<Texts> texts, IClock clock) : IDo<SendToWebhookJob>
{
    private static readonly Duration GiveUpAfter = Duration.FromDays(2);
    private static readonly Duration LongestPause = Duration.FromHours(1);

    public static bool IsOutside => true;

    public async Task<DueOutcome> DoAsync(SendToWebhookJob job, DueTry attempt, CancellationToken cancellation)
    {
        if (await db.Set<WebhookMessage>().FirstOrDefaultAsync(m => m.Id == job.Message, cancellation) is not { } message)
            return DueOutcome.Done;

        var webhook = await db.Set<Webhook>().FirstOrDefaultAsync(w => w.Id == message.Webhook, cancellation);
        if (webhook is null or { IsStopped: true } || await WriteAsync(webhook, message, cancellation) is not { } json)
            return Drop(message);

        var answer = webhook.Open(secrets) is { } address
            ? await calls.PostAsync(address, json, cancellation)
            : new WebhookAnswer(WebhookTrouble.Unreadable);
        var now = clock.GetCurrentInstant();
        if (answer.Trouble == WebhookTrouble.None)
        {
            webhook.Sent(now);
            return Drop(message);
        }

        if (webhook.Fail(answer.Trouble, now))
            await TellOwnersAsync(webhook, cancellation);
        var isPassing = answer.Trouble is WebhookTrouble.Unreachable or WebhookTrouble.Busy;
        return isPassing && now < message.WrittenAt + GiveUpAfter
            ? DueOutcome.TryAgain(now + (answer.RetryAfter ?? Pause(attempt.Number)), answer.Trouble.ToString())
            : Drop(message);
    }

    private static Duration Pause(int tries) =>
        Duration.Min(LongestPause, Duration.FromSeconds(10 * Math.Pow(2, Math.Min(tries, 12))));

    private DueOutcome Drop(WebhookMessage message)
    {
        db.Remove(message);
        return DueOutcome.Done;
    }

    private async Task<byte[]?> WriteAsync(Webhook webhook, WebhookMessage message, CancellationToken cancellation)
    {
        var us = await db.Set<Organisation>().AsNoTracking().FirstAsync(o => o.Id == webhook.Organisation, cancellation);
        return Spoken.In(us.Language, () => words.Say(services, message.Kind, message.Values) is { } sentence
            ? WebhookPayload.Write(webhook.Kind, sentence, links.Address($"{us.Slug}/{message.Address}"), texts["Open"])
            : null);
    }

    private async Task TellOwnersAsync(Webhook webhook, CancellationToken cancellation)
    {
        var members = await db.Set<Membership>().Where(m => m.IsActive).ToListAsync(cancellation);
        await notices.WriteAsync(
            [.. members.Where(m => m.IsActiveOwner).Select(m => m.Person)],
            new Notice(NoticeKinds.WebhookStopped, [webhook.Name], "deliveries", Key: $"webhook {webhook.Id}"), cancellation);
    }
}
