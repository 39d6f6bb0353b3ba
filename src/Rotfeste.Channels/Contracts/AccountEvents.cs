using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Events;
using Rotfeste.Channels.Protocols;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Channels.Contracts;

/// <summary>Why a network told an account of a post.</summary>
public enum AccountEventKind
{
    /// <summary>Answers a post of ours.</summary>
    Reply,

    /// <summary>Names us.</summary>
    Mention,

    /// <summary>Quotes a post of ours.</summary>
    Quote,

    /// <summary>Anything else: kept and counted.</summary>
    Other,
}

/// <summary>An account's own event was stored raw.</summary>
[FactName("account-event-received")]
public sealed record AccountEventReceived(OrganisationId Organisation, ChannelId Channel, Guid Event, AccountEventKind Kind, Instant At) : IFact;

/// <summary>The post of a stored event was changed by its author.</summary>
[FactName("account-event-changed")]
public sealed record AccountEventChanged(OrganisationId Organisation, ChannelId Channel, Guid Event, Instant At) : IFact;

/// <summary>The post of a stored event is gone at its network.</summary>
[FactName("account-event-gone")]
public sealed record AccountEventGone(OrganisationId Organisation, ChannelId Channel, Guid Event, Instant At) : IFact;

/// <summary>A stored event with what was read from it; the post is null where the raw event was no readable post.</summary>
public sealed record AccountEvent(Guid Id, ChannelId Channel, AccountEventKind Kind, NetworkPost? Post);

/// <summary>Asks for stored raw events of the current organisation.</summary>
public sealed class AccountEvents(AppDb db, IClock clock)
{
    /// <summary>The named ones; those erased since are left out.</summary>
    public async Task<IReadOnlyList<AccountEvent>> FindAsync(IReadOnlyCollection<Guid> events, CancellationToken cancellation)
    {
        var rows = await db.Set<RawEvent>().AsNoTracking()
            .Where(e => events.Contains(e.Id) && e.ErasedAt == null)
            .OrderBy(e => e.At)
            .ToListAsync(cancellation);
        return [.. rows.Select(e => new AccountEvent(e.Id, e.Channel, e.Kind, Read(e)))];
    }

    /// <summary>Addresses of the posts of the named events, also of those erased since.</summary>
    public async Task<IReadOnlyList<string>> AddressesAsync(IReadOnlyCollection<Guid> events, CancellationToken cancellation) =>
        await db.Set<RawEvent>().Where(e => events.Contains(e.Id) && e.PostUri != "").Select(e => e.PostUri).Distinct().ToListAsync(cancellation);

    /// <summary>Erases the raw events of a post that was deleted at the network, in the caller's unit of work.</summary>
    public async Task EraseAsync(IReadOnlyCollection<string> postUris, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var rows = await db.Set<RawEvent>().Where(e => postUris.Contains(e.PostUri) && e.ErasedAt == null).ToListAsync(cancellation);
        rows.ForEach(e => e.Erase(now));
    }

    /// <summary>Erases all raw events that an account caused (it is gone at the network), in the caller's unit of work.</summary>
    public async Task EraseAccountAsync(string account, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var prefix = $"at://{account}/";
        var rows = await db.Set<RawEvent>().Where(e => e.PostUri.StartsWith(prefix) && e.ErasedAt == null).ToListAsync(cancellation);
        rows.ForEach(e => e.Erase(now));
    }

    private static NetworkPost? Read(RawEvent raw) =>
        raw.Kind != AccountEventKind.Other ? KnownProtocols.Owning(raw.PostUri)?.Read(raw.Raw) : null;
}
