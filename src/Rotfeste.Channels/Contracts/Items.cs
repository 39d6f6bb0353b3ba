using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Orders;
using Rotfeste.Channels.Protocols;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;

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
    ItemId Id, ChannelId Channel, string Text, IReadOnlyList<string> Languages, PostReference Root, PostReference Parent, Instant NotBefore, PersonId By)
{
    /// <summary>Pictures that go with it; at most four.</summary>
    public IReadOnlyList<ItemPicture> Pictures { get; init; } = [];
}

/// <summary>A picture that goes out.</summary>
/// <param name="Hash">Where it lies among the organisation's blobs.</param>
/// <param name="Kind">"image/jpeg" or the like.</param>
/// <param name="AltText">For those who do not see it.</param>
/// <param name="Width">In pixels; 0 when unknown.</param>
/// <param name="Height">In pixels; 0 when unknown.</param>
public sealed record ItemPicture(string Hash, string Kind, string AltText, int Width, int Height);

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

/// <summary>
/// Takes orders to send and tells where they stand. Each change is announced live as "item-{id}"; sent, refused and delayed
/// are facts besides.
/// </summary>
public sealed class Items
{
    private readonly AppDb db;
    private readonly KnownItems known;
    private readonly DueWork due;
    private readonly IMayPublish mays;
    private readonly FactLog facts;
    private readonly LedgerWriter ledger;
    private readonly IClock clock;

    internal Items(AppDb db, KnownItems known, DueWork due, IMayPublish mays, FactLog facts, LedgerWriter ledger, IClock clock) =>
        (this.db, this.known, this.due, this.mays, this.facts, this.ledger, this.clock) = (db, known, due, mays, facts, ledger, clock);

    /// <summary>Stores the order in the caller's unit of work; a repeat of the same id changes nothing.</summary>
    public async Task SendAsync(SendItem order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (await LoadAsync(order.Id, cancellation) is null)
            await StoreAsync(Item.Order(Organisation, order), cancellation);
    }

    /// <summary>
    /// Stores a post of our own in the caller's unit of work, unless it has to wait: then nothing is stored, and the answer says
    /// what is missing. What goes on all the same is recorded.
    /// </summary>
    public async Task<PublishingSay> PublishAsync(PublishItem order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (await LoadAsync(order.Id, cancellation) is not null)
            return PublishingSay.Free;

        var say = await mays.AskAsync(order.Channel, cancellation);
        if (say.Stand == PublishingStand.Waits && !order.IsUrgent)
            return say;

        if (say.Stand != PublishingStand.Free)
        {
            facts.Tell(new PublishedBeforeReady(
                Organisation, order.Id, order.Channel, order.By, order.IsUrgent, say.Missing, clock.GetCurrentInstant()));
            ledger.Write(Organisation, "published-before-ready", order.By,
                new { item = order.Id, channel = order.Channel, urgent = order.IsUrgent, missing = say.Missing });
        }

        await StoreAsync(Item.Order(Organisation, order), cancellation);
        return say with { Stand = say.Stand == PublishingStand.Waits ? PublishingStand.Told : say.Stand };
    }

    /// <summary>
    /// Takes an order back in the caller's unit of work; false when it is too late. When the order goes out at the same
    /// moment, the caller's save throws <see cref="DbUpdateConcurrencyException"/>: it was too late.
    /// </summary>
    public async Task<bool> TakeBackAsync(ItemId item, CancellationToken cancellation) =>
        await LoadAsync(item, cancellation) is { } row && row.TakeBack();

    /// <summary>Tries a refused order once more (the person mended what was wrong); false when it is not refused.</summary>
    public async Task<bool> TryAgainAsync(ItemId item, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (await LoadAsync(item, cancellation) is not { } row || !row.TryAgain(now))
            return false;

        var job = new SendItemJob(row.Organisation, item);
        await due.ScheduleAsync(job, now, job.Key(), cancellation);
        return true;
    }

    /// <summary>
    /// Forgets the words of an order that is sent, refused or taken back, in the caller's unit of work: whom it answered is erased. False while it
    /// may still go out. A refused one is not tried again afterwards.
    /// </summary>
    public async Task<bool> ForgetWordsAsync(ItemId item, CancellationToken cancellation) =>
        await LoadAsync(item, cancellation) is { } row && row.ForgetWords();

    /// <summary>Where the named orders stand.</summary>
    public async Task<IReadOnlyDictionary<ItemId, ItemCard>> FindAsync(IReadOnlyCollection<ItemId> items, CancellationToken cancellation) =>
        await known.GetManyAsync(db, items, missing => ReadAsync(missing, cancellation));

    private async Task<IReadOnlyDictionary<ItemId, ItemCard>> ReadAsync(IReadOnlyList<ItemId> items, CancellationToken cancellation)
    {
        var rows = await db.Set<Item>().AsNoTracking().Where(i => items.Contains(i.Id))
            .Select(i => new { i.Id, i.State, i.Reason, i.NextTry, i.Uri, i.WebLink, i.SentAt })
            .ToListAsync(cancellation);
        return rows.ToDictionary(
            i => i.Id,
            i => new ItemCard(i.Id, i.State, i.Reason, i.NextTry, i.Uri, i.State == ItemState.Sent ? i.WebLink ?? WebLinkOf(i.Uri) : null, i.SentAt));
    }

    private static string? WebLinkOf(string? uri) => uri is null ? null : KnownProtocols.Owning(uri)?.WebLinkOf(uri);

    private OrganisationId Organisation => db.Current.Value ?? throw new InvalidOperationException("An order belongs to an organisation.");

    private async Task StoreAsync(Item item, CancellationToken cancellation)
    {
        db.MustOutliveAPowerFailure();
        db.Add(item);
        var job = new SendItemJob(item.Organisation, item.Id);
        await due.ScheduleAsync(job, item.NotBefore, job.Key(), cancellation);
        db.AfterCommit(() => FaultPoint.Pass("send-ordered"));
    }

    private async Task<Item?> LoadAsync(ItemId item, CancellationToken cancellation) =>
        db.Set<Item>().Local.FirstOrDefault(i => i.Id == item)
        ?? await db.Set<Item>().FirstOrDefaultAsync(i => i.Id == item, cancellation);
}
