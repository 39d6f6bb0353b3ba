using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;

namespace Rotfeste.People.Webhooks;

/// <summary>Who takes a message in, which decides its form.</summary>
internal enum WebhookKind
{
    Slack,
    Teams,
}

/// <summary>What is wrong with a webhook; a named value that the screen puts into words.</summary>
internal enum WebhookTrouble
{
    None,

    /// <summary>Not reached, or its server is down: tried again.</summary>
    Unreachable,

    /// <summary>Asked too often: tried again when it says.</summary>
    Busy,

    /// <summary>It would not have a message: that one was dropped.</summary>
    Refused,

    /// <summary>The address is no longer in use: stopped.</summary>
    Gone,

    /// <summary>The address leads inside our own network: stopped.</summary>
    AddressRefused,

    /// <summary>The stored address can no longer be read: stopped.</summary>
    Unreadable,
}

/// <summary>A room in Slack or Teams that takes in notices, for the organisation or for a unit. Its address is a secret: whoever has it can write there.</summary>
internal sealed class Webhook : IBelongToOrganisation
{
    public const int LongestName = 60;
    public const int LongestAddress = 2_000;

    private const string Purpose = "webhook";

    private Webhook()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    /// <summary>Null for the organisation as a whole.</summary>
    public UnitId? Unit { get; private init; }

    public WebhookKind Kind { get; private init; }

    public string Name { get; private init; } = "";

    public string SealedAddress { get; private init; } = "";

    /// <summary>The part of the address that is no secret.</summary>
    public string Host { get; private init; } = "";

    public PersonId AddedBy { get; private init; }

    public Instant AddedAt { get; private init; }

    public Instant? SentAt { get; private set; }

    public WebhookTrouble Trouble { get; private set; }

    public Instant? TroubleSince { get; private set; }

    /// <summary>No more is tried until it is connected again.</summary>
    public bool IsStopped => Trouble is WebhookTrouble.Gone or WebhookTrouble.AddressRefused or WebhookTrouble.Unreadable;

    public static Webhook Connect(
        Secrets secrets, OrganisationId organisation, UnitId? unit, WebhookKind kind, string name, Uri address, PersonId by, Instant now) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = organisation,
        Unit = unit,
        Kind = kind,
        Name = name,
        SealedAddress = secrets.Seal(organisation, Purpose, address.AbsoluteUri),
        Host = address.Host,
        AddedBy = by,
        AddedAt = now,
    };

    public Uri? Open(Secrets secrets) => secrets.Open(Organisation, Purpose, SealedAddress) is { } address ? new Uri(address) : null;

    public void Sent(Instant now)
    {
        SentAt = now;
        Trouble = WebhookTrouble.None;
        TroubleSince = null;
    }

    /// <summary>True the moment it stops.</summary>
    public bool Fail(WebhookTrouble trouble, Instant now)
    {
        var stood = IsStopped;
        Trouble = trouble;
        TroubleSince ??= now;
        return IsStopped && !stood;
    }

    public static void Map(ModelBuilder model) => model.Entity<Webhook>(row =>
    {
        row.ToTable("people_webhooks");
        row.Property(w => w.Id).ValueGeneratedNever();
        row.Ignore(w => w.IsStopped);
        row.HasIndex(w => w.Organisation);
    });
}
