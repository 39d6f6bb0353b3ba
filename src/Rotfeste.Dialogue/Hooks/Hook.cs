using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;

namespace Rotfeste.Dialogue.Hooks;

/// <summary>An address of another system that is told what happens here. Address and secret are sealed; the host is shown.</summary>
internal sealed class Hook : IBelongToOrganisation
{
    public const int Most = 10;

    /// <summary>Nothing got through for so long: it is switched off, and the owners are told.</summary>
    public static readonly Duration LongFailure = Duration.FromDays(3);

    private static readonly Duration ShortestRest = Duration.FromSeconds(5);
    private static readonly Duration LongestRest = Duration.FromMinutes(15);
    private const string AddressPurpose = "hook-address";
    private const string SecretPurpose = "hook-secret";

    private Hook()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public string Host { get; private init; } = "";

    public string SealedAddress { get; private init; } = "";

    public string SealedSecret { get; private init; } = "";

    /// <summary>With a space between.</summary>
    public string EventLine { get; private init; } = "";

    public PersonId AddedBy { get; private init; }

    public Instant AddedAt { get; private init; }

    public Instant? DeliveredAt { get; private set; }

    /// <summary>Since when nothing got through; null while it is well.</summary>
    public Instant? FailingSince { get; private set; }

    /// <summary>After a failure it is left alone until then, so that what is broken there does not keep our own work waiting.</summary>
    public Instant? RestsUntil { get; private set; }

    public Instant? StoppedAt { get; private set; }

    public IReadOnlyList<string> Events => EventLine.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>"whsec_" and 32 random bytes in base64, as Standard Webhooks have it.</summary>
    public static string NewSecret() => $"{HookSignature.Prefix}{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    public static Hook Add(Secrets secrets, Caller by, Uri address, string secret, IEnumerable<string> events, Instant now) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = by.Organisation,
        Host = address.Host,
        SealedAddress = secrets.Seal(by.Organisation, AddressPurpose, address.AbsoluteUri),
        SealedSecret = secrets.Seal(by.Organisation, SecretPurpose, secret),
        EventLine = string.Join(' ', events),
        AddedBy = by.Person,
        AddedAt = now,
    };

    public Uri? AddressFrom(Secrets secrets) => secrets.Open(Organisation, AddressPurpose, SealedAddress) is { } address ? new Uri(address) : null;

    public string? SecretFrom(Secrets secrets) => secrets.Open(Organisation, SecretPurpose, SealedSecret);

    /// <summary>Until when it is left alone, or null. A rest that is longer than any was set by a clock that ran ahead.</summary>
    public Instant? RestAt(Instant now) => RestsUntil > now && RestsUntil <= now + LongestRest ? RestsUntil : null;

    public void Worked(Instant now) => (DeliveredAt, FailingSince, RestsUntil) = (now, null, null);

    /// <summary>True the moment it is switched off: it says itself that it is gone, or has failed for too long.</summary>
    public bool Fail(bool isGone, Instant now)
    {
        FailingSince ??= now;
        RestsUntil = now + Duration.Min(LongestRest, Duration.Max(ShortestRest, (now - FailingSince.Value) / 10));
        if (StoppedAt is not null || !(isGone || now - FailingSince >= LongFailure))
            return false;
        StoppedAt = now;
        return true;
    }

    public void Start() => (StoppedAt, FailingSince, RestsUntil) = (null, null, null);

    public static void Map(ModelBuilder model) => model.Entity<Hook>(row =>
    {
        row.ToTable("dialogue_hooks");
        row.Property(h => h.Id).ValueGeneratedNever();
        row.Ignore(h => h.Events);
        row.HasIndex(h => h.Organisation);
    });
}
