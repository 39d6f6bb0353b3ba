using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Mail;

/// <summary>A mail that did not arrive.</summary>
public sealed record LostMail(string Recipient, string Subject, Instant GivenUpAt);

/// <summary>How mail goes out.</summary>
/// <param name="Waiting">Mails of the whole installation that have waited longer than a mail server needs.</param>
/// <param name="Since">When the oldest of them was written, or null.</param>
/// <param name="Lost">The organisation's own that did not arrive, newest first.</param>
public sealed record MailState(int Waiting, Instant? Since, IReadOnlyList<LostMail> Lost);

/// <summary>Asks how mail goes out.</summary>
public sealed class MailHealth(AppDb db, IClock clock)
{
    private const int MostLost = 20;
    private static readonly Duration Usual = Duration.FromMinutes(2);

    /// <summary>As an organisation's owners may see it: other organisations' mail is a number, never a name.</summary>
    public async Task<MailState> OfAsync(OrganisationId organisation, CancellationToken cancellation)
    {
        var late = clock.GetCurrentInstant() - Usual;
        var waiting = db.Set<OutboxRow>().AsNoTracking().Where(r => r.GivenUpAt == null && r.WrittenAt < late);
        var count = await waiting.CountAsync(cancellation);
        Instant? since = count == 0 ? null : await waiting.OrderBy(r => r.WrittenAt).Select(r => (Instant?)r.WrittenAt).FirstOrDefaultAsync(cancellation);
        var lost = await db.Set<OutboxRow>().AsNoTracking().Where(r => r.Organisation == organisation && r.GivenUpAt != null)
            .OrderByDescending(r => r.GivenUpAt).Take(MostLost)
            .Select(r => new LostMail(r.Recipient, r.Subject, r.GivenUpAt!.Value)).ToListAsync(cancellation);
        return new MailState(count, since, lost);
    }
}
