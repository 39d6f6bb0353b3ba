using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Notices;

/// <summary>
/// A notice to one person. It is versioned so that no two mails carry it; reading it is no change of it.
/// </summary>
internal sealed class WrittenNotice : IBelongToOrganisation, IVersioned
{
    public const int MostValues = 8;
    public const int LongestValue = 200;

    /// <summary>Old ones are forgotten, read or not.</summary>
    public static readonly Duration Life = Duration.FromDays(90);

    private WrittenNotice()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public PersonId Person { get; private init; }

    public string? Key { get; private init; }

    public string Kind { get; private set; } = "";

    public string ValuesJson { get; private set; } = "[]";

    public string Address { get; private set; } = "";

    public NoticeUrgency Urgency { get; private set; }

    public Instant WrittenAt { get; private set; }

    public Instant? ReadAt { get; private set; }

    /// <summary>When it goes by mail unless it is read by then; null when it never does.</summary>
    public Instant? MailAt { get; private set; }

    public Instant? MailedAt { get; private set; }

    public long Version { get; set; }

    public IReadOnlyList<string> Values => JsonSerializer.Deserialize<string[]>(ValuesJson) ?? [];

    public static WrittenNotice Write(OrganisationId organisation, PersonId person, Notice notice, Instant? mailAt, Instant now)
    {
        var written = new WrittenNotice { Id = Guid.CreateVersion7(), Organisation = organisation, Person = person, Key = notice.Key };
        written.Say(notice, mailAt, now);
        return written;
    }

    /// <summary>Takes what is new in place of what was not read.</summary>
    public void Say(Notice notice, Instant? mailAt, Instant now)
    {
        Kind = notice.Kind;
        ValuesJson = JsonSerializer.Serialize(notice.Values.Take(MostValues).Select(Cut));
        Address = notice.Address;
        Urgency = notice.Urgency;
        WrittenAt = now;
        MailAt = mailAt;
        MailedAt = null;
    }

    /// <summary>The person chose other times.</summary>
    public void MailLater(Instant? at) => MailAt = at;

    public void Mailed(Instant now) => MailedAt = now;

    public static void Map(ModelBuilder model) => model.Entity<WrittenNotice>(row =>
    {
        row.ToTable("people_notices");
        row.Property(n => n.Id).ValueGeneratedNever();
        row.Ignore(n => n.Values);
        row.HasIndex(n => new { n.Organisation, n.Person, n.ReadAt });
        row.HasIndex(n => new { n.Organisation, n.Key });
        row.HasIndex(n => new { n.Organisation, n.MailAt });
    });

    private static string Cut(string value) => value.Length <= LongestValue ? value : string.Concat(value.AsSpan(0, LongestValue - 1), "…");
}
