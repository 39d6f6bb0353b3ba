using NodaTime;
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

/// <summary>A stored event with what was read from it; the post is null where the raw event was no readable post.</summary>
public sealed record AccountEvent(Guid Id, ChannelId Channel, AccountEventKind Kind, NetworkPost? Post);

/// <summary>Asks for stored raw events of the current organisation.</summary>
public sealed class AccountEvents(AppDb db)
{
    /// <summary>The named ones; those erased since are left out.</summary>
    public Task<IReadOnlyList<AccountEvent>> FindAsync(IReadOnlyCollection<Guid> events, CancellationToken cancellation) => throw new NotImplementedException(db.ToString());

    /// <summary>Erases the raw events of a post that was deleted at the network.</summary>
    public Task EraseAsync(IReadOnlyCollection<string> postUris, CancellationToken cancellation) => throw new NotImplementedException();
}
