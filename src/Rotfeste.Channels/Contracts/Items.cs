using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Channels.Contracts;

/// <summary>Order: send this text as a reply.</summary>
/// <param name="Id">Chosen by the one who orders; a repeat with the same id changes nothing.</param>
/// <param name="Channel">From which account.</param>
/// <param name="Text">Exactly what goes out, signature included.</param>
/// <param name="Languages">At most three tags.</param>
/// <param name="Root">The thread's first post.</param>
/// <param name="Parent">The post that is answered.</param>
/// <param name="NotBefore">Until then it can be taken back.</param>
/// <param name="By">Who sends it.</param>
public sealed record SendItem(
    ItemId Id, ChannelId Channel, string Text, IReadOnlyList<string> Languages, PostReference Root, PostReference Parent, Instant NotBefore, PersonId By);

/// <summary>Where an order stands.</summary>
public enum ItemState
{
    /// <summary>Waits for its time.</summary>
    Queued,

    /// <summary>Taken back before it went.</summary>
    TakenBack,

    /// <summary>On its way.</summary>
    Sending,

    /// <summary>The network has it.</summary>
    Sent,

    /// <summary>The network said no, for good.</summary>
    Refused,

    /// <summary>It may or may not have gone out; being checked, and not sent twice.</summary>
    OutcomeUnknown,
}

/// <summary>Why an order was refused or waits; a named value that screens put into words.</summary>
public enum ItemReason
{
    /// <summary>None.</summary>
    None,

    /// <summary>The channel must be signed in again.</summary>
    SignInAgain,

    /// <summary>The network refuses the account.</summary>
    AccountRefused,

    /// <summary>Server not reached.</summary>
    Unreachable,

    /// <summary>Asked too often.</summary>
    RateLimited,

    /// <summary>The network did not accept the record.</summary>
    RecordRefused,

    /// <summary>What is answered was deleted or blocked.</summary>
    ParentGone,

    /// <summary>The channel is paused.</summary>
    Paused,
}

/// <summary>An order as it stands now.</summary>
/// <param name="Id">The order.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why, where it is not on its way.</param>
/// <param name="NextTry">When it is tried again, or null.</param>
/// <param name="Uri">The network's address once the record key is chosen, or null.</param>
/// <param name="WebLink">Where a person reads it, once sent.</param>
/// <param name="SentAt">When the network had it.</param>
public sealed record ItemCard(ItemId Id, ItemState State, ItemReason Reason, Instant? NextTry, string? Uri, string? WebLink, Instant? SentAt);

/// <summary>The network has the item.</summary>
[FactName("item-sent")]
public sealed record ItemSent(OrganisationId Organisation, ItemId Item, ChannelId Channel, PersonId By, Instant At) : IFact;

/// <summary>The network said no for good.</summary>
[FactName("item-refused")]
public sealed record ItemRefused(OrganisationId Organisation, ItemId Item, ChannelId Channel, ItemReason Reason, Instant At) : IFact;

/// <summary>Takes orders to send and tells where they stand.</summary>
public sealed class Items(AppDb db)
{
    /// <summary>Stores the order in the caller's unit of work.</summary>
    public Task SendAsync(SendItem order, CancellationToken cancellation) => throw new NotImplementedException(db.ToString());

    /// <summary>Takes an order back in the caller's unit of work; false when it is too late.</summary>
    public Task<bool> TakeBackAsync(ItemId item, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Tries a refused order once more (the person mended what was wrong); false when it is not refused.</summary>
    public Task<bool> TryAgainAsync(ItemId item, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Where the named orders stand.</summary>
    public Task<IReadOnlyDictionary<ItemId, ItemCard>> FindAsync(IReadOnlyCollection<ItemId> items, CancellationToken cancellation) => throw new NotImplementedException();
}
