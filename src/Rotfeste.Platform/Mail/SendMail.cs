using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Platform.Mail;

/// <summary>Has a stored mail sent.</summary>
[JobName("send-mail")]
internal sealed record SendMailJob(Guid Letter, OrganisationId? Organisation) : IJob;

/// <summary>Sends it, tries again for two days, and forgets it once the mail server has it; what never arrives is shown for a month. A crash in between may send it twice, under the same id.</summary>
internal sealed partial class SendMail(
    AppDb db, ISendMail mail, IDataProtectionProvider protection, IClock clock, ILogger<SendMail> log) : IDo<SendMailJob>
{
    private static readonly Duration GiveUpAfter = Duration.FromDays(2);
    private static readonly Duration LongestPause = Duration.FromHours(1);
    private static readonly Duration KeepLost = Duration.FromDays(30);

    public static bool IsOutside => true;

    public async Task<DueOutcome> DoAsync(SendMailJob job, DueTry attempt, CancellationToken cancellation)
    {
        if (await db.Set<OutboxRow>().FirstOrDefaultAsync(r => r.Id == job.Letter, cancellation) is not { GivenUpAt: null } row)
            return DueOutcome.Done;

        FaultPoint.Pass("mail-before-handing-over");
        var outcome = Open(row.SealedBody) is { } body
            ? await mail.SendAsync(new Letter(row.Id, row.Recipient, row.Subject, body), cancellation)
            : MailOutcome.Refused;
        FaultPoint.Pass("mail-handed-over");
        var now = clock.GetCurrentInstant();
        if (outcome == MailOutcome.NotNow && now < row.WrittenAt + GiveUpAfter)
            return DueOutcome.TryAgain(now + Pause(attempt.Number), "not-now");

        if (outcome == MailOutcome.Taken)
            db.Remove(row);
        else
            await GiveUpAsync(row, outcome, now, cancellation);
        return DueOutcome.Done;
    }

    private async Task GiveUpAsync(OutboxRow row, MailOutcome outcome, Instant now, CancellationToken cancellation)
    {
        LogLost(row.Id, outcome);
        (row.SealedBody, row.GivenUpAt) = ("", now);
        var old = now - KeepLost;
        db.RemoveRange(await db.Set<OutboxRow>().Where(r => r.GivenUpAt < old).ToListAsync(cancellation));
    }

    private static Duration Pause(int tries) =>
        Duration.Min(LongestPause, Duration.FromSeconds(10 * Math.Pow(2, Math.Min(tries, 12))));

    private string? Open(string sealedBody)
    {
        try
        {
            return protection.CreateProtector("Rotfeste", Outbox.Purpose).Unprotect(sealedBody);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Mail {Id} was given up: {Outcome}")]
    private partial void LogLost(Guid id, MailOutcome outcome);
}
