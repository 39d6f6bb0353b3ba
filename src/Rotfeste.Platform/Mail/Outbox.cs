using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Platform.Mail;

/// <summary>A mail that waits to go out, or did not arrive. Its text is encrypted: links in it open doors.</summary>
internal sealed class OutboxRow
{
    public required Guid Id { get; init; }

    public required OrganisationId? Organisation { get; init; }

    public required string Recipient { get; init; }

    public required string Subject { get; init; }

    /// <summary>Empty once it was given up.</summary>
    public required string SealedBody { get; set; }

    public required Instant WrittenAt { get; init; }

    /// <summary>When nobody tried any more; kept for a while, so that the sender sees it.</summary>
    public Instant? GivenUpAt { get; set; }
}

/// <summary>Puts mails out to be sent; they are stored with the change that asks for them and survive a mail server that is down.</summary>
public sealed class Outbox(AppDb db, DueWork due, IDataProtectionProvider protection, Settings settings, IClock clock)
{
    internal const string Purpose = "mail";

    /// <summary>Whether mail can be sent at all (ROTFESTE_SMTP is set).</summary>
    public bool IsOpen => settings.Smtp is not null;

    /// <summary>Stores a mail in the caller's unit of work.</summary>
    public async Task PostAsync(OrganisationId? organisation, string to, string subject, string body, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var row = new OutboxRow
        {
            Id = Guid.CreateVersion7(),
            Organisation = organisation,
            Recipient = to,
            Subject = subject.ReplaceLineEndings(" "),
            SealedBody = protection.CreateProtector("Rotfeste", Purpose).Protect(body),
            WrittenAt = now,
        };
        db.Add(row);
        await due.ScheduleAsync(new SendMailJob(row.Id, organisation), now, row.Id.ToString(), cancellation);
    }
}
