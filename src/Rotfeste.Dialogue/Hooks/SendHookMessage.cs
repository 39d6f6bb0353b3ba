using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Http;
using Rotfeste.Platform.Keys;

namespace Rotfeste.Dialogue.Hooks;

/// <summary>Has a message sent.</summary>
[JobName("send-hook-message")]
internal sealed record SendHookMessageJob(Guid Message, OrganisationId? Organisation) : IJob;

/// <summary>
/// Sends it, signed, and notes what came of it. At least once: a crash after the call sends it again, under the same webhook-id. Tried for
/// three days with growing pauses; an address where nothing got through for so long is switched off, and the owners are told.
/// </summary>
internal sealed class SendHookMessage(AppDb db, HookCalls calls, Secrets secrets, Colleagues colleagues, Notify notify, IClock clock) : IDo<SendHookMessageJob>
{
    private const int Gone = 410;
    private static readonly Duration Kept = Duration.FromDays(30);

    /// <summary>Owners are told.</summary>
    public static NoticeKind Stopped { get; } = NoticeKind.Of<Texts>("hook-stopped", "Notice.Stopped");

    public static bool IsOutside => true;

    public async Task<DueOutcome> DoAsync(SendHookMessageJob job, DueTry attempt, CancellationToken cancellation)
    {
        var message = await db.Set<HookMessage>().FirstOrDefaultAsync(m => m.Id == job.Message, cancellation);
        if (message is not { State: HookMessageState.Waiting })
            return DueOutcome.Done;

        var hook = await db.Set<Hook>().FirstAsync(h => h.Id == message.Hook, cancellation);
        if (hook.StoppedAt is null && hook.RestAt(clock.GetCurrentInstant()) is { } rested)
            return DueOutcome.TryAgain(rested, "resting");
        FaultPoint.Pass("hook-message-before-call");
        var status = hook.StoppedAt is null && hook.AddressFrom(secrets) is { } address && hook.SecretFrom(secrets) is { } secret
            ? await calls.PostAsync(address, secret, message, clock.GetCurrentInstant(), cancellation)
            : 0;
        FaultPoint.Pass("hook-message-sent");
        var (now, wasTaken) = (clock.GetCurrentInstant(), status is >= 200 and < 300);
        if (wasTaken)
            hook.Worked(now);
        else if (hook.Fail(status == Gone, now))
            await TellOwnersAsync(hook, cancellation);

        db.AfterCommit(() => FaultPoint.Pass("hook-message-marked"));
        var again = message.Tried(status, wasTaken, hook.StoppedAt is null, now);
        var old = now - Kept;
        if (wasTaken)
            db.RemoveRange(await db.Set<HookMessage>().Where(m => m.Hook == hook.Id && m.WrittenAt < old && m.State != HookMessageState.Waiting)
                .OrderBy(m => m.WrittenAt).Take(100).ToListAsync(cancellation));
        return again is { } at ? DueOutcome.TryAgain(at, $"status-{status}") : DueOutcome.Done;
    }

    private async Task TellOwnersAsync(Hook hook, CancellationToken cancellation)
    {
        var owners = (await colleagues.AllAsync(cancellation)).Where(c => c.Roles.HasFlag(Roles.Owner)).Select(c => c.Person).ToList();
        await notify.TellAsync(owners, new Notice("hook-stopped", [hook.Host], "settings/hooks", Key: $"hook {hook.Id}"), cancellation);
    }
}

/// <summary>Calls through the guard; redirects are not followed, for what is signed is meant for one server.</summary>
internal sealed class HookCalls(GuardedHttp guard) : IDisposable
{
    private readonly HttpClient http = new(guard.SecretsHandler, disposeHandler: false)
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    /// <summary>The HTTP status; 0 where nobody answered, or where the guard let nothing through.</summary>
    public async Task<int> PostAsync(Uri address, string secret, HookMessage message, Instant now, CancellationToken cancellation)
    {
        var (body, id) = (Encoding.UTF8.GetBytes(message.Json), message.Id.ToString());
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Rotfeste", "1.0"));
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", HookSignature.Of(secret, id, timestamp, body));
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return (int)answer.StatusCode;
        }
        catch (Exception cause) when (cause is HttpRequestException || (cause is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return 0;
        }
    }

    public void Dispose() => http.Dispose();
}
