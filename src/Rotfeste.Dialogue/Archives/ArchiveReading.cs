using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Exports;
using Rotfeste.Dialogue.Harassment;
using Rotfeste.Dialogue.Keepings;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Archives;

/// <summary>The flags of conversations that people have open, the oldest first.</summary>
internal sealed class KeptFlags(RowVersions versions, IClock clock)
    : Kept<ConversationId, IReadOnlyList<ArchiveFlag>>(versions, clock, typeof(ArchiveFlag));

/// <summary>Reads what is flagged for the archive.</summary>
internal sealed class ArchiveReading(
    AppDb db, KeptFlags kept, UsableChannels channels, Posts posts, Colleagues colleagues, PrivateReading privates, CoveredReading covered, CurrentCaller caller)
{
    private const int MostRows = 200;
    private const int MostText = 160;

    public async Task<IReadOnlyList<ArchiveFlag>> OfAsync(ConversationId conversation, CancellationToken cancellation) =>
        await kept.GetAsync(db, conversation, async () => await db.Set<ArchiveFlag>().AsNoTracking()
            .Where(f => f.Conversation == conversation).OrderBy(f => f.Number).ToListAsync(cancellation));

    public async Task<bool> IsFlaggedAsync(ConversationId conversation, CancellationToken cancellation) =>
        (await OfAsync(conversation, cancellation)).Any(f => f.RemovedAt is null);

    public async Task<ArchiveView> PageAsync(Conversation conversation, CancellationToken cancellation)
    {
        var flags = await OfAsync(conversation.Id, cancellation);
        var names = await colleagues.FindAsync([.. flags.SelectMany(f => new[] { f.By, f.RemovedBy ?? f.By }).Distinct()], cancellation);
        string Name(PersonId person) => names.GetValueOrDefault(person)?.Name ?? "";
        return new ArchiveView(
            conversation.Id.Value,
            [.. flags.Reverse().Select(f => new FlagView(Name(f.By), f.At, f.Case, f.RemovedBy is { } by ? Name(by) : null, f.RemovedAt, f.Reason))],
            "", "", Array.Empty<Refusal>())
        {
            KeptDeleted = await db.Set<DeletedWords>().CountAsync(w => w.Conversation == conversation.Id, cancellation),
            Ground = await db.Set<KeepingRule>().Select(r => r.Ground).FirstOrDefaultAsync(cancellation) ?? "",
        };
    }

    /// <summary>Flagged, and not in the archive yet: those that the reader may see, the longest waiting first.</summary>
    public async Task<FlaggedListView> WaitingAsync(CancellationToken cancellation)
    {
        var rows = await (await WaitingRowsAsync(cancellation)).OrderBy(w => w.Flag.At).Take(MostRows + 1).ToListAsync(cancellation);
        var shown = rows.Take(MostRows).ToList();
        var words = await posts.FindAsync([.. shown.Select(r => r.Conversation.LastPost).Distinct()], cancellation);
        var names = await colleagues.FindAsync([.. shown.Select(r => r.Flag.By).Distinct()], cancellation);
        var rules = await privates.RulesAsync(cancellation);
        var hidden = await covered.AllAsync(cancellation);
        return new FlaggedListView(
            [.. shown.Select(r => RowOf(r, words.GetValueOrDefault(r.Conversation.LastPost), names.GetValueOrDefault(r.Flag.By)?.Name ?? "", rules, hidden))],
            rows.Count > MostRows);
    }

    /// <summary>The same as rows, for whoever packs them; what lies in a package that can still be fetched does not wait.</summary>
    public async Task<IQueryable<Waiting>> WaitingRowsAsync(CancellationToken cancellation)
    {
        var me = caller.Required;
        var seen = (await channels.OfAsync(me, cancellation)).Seen.ToList();
        return db.Set<ArchiveFlag>().AsNoTracking().Where(f => f.Organisation == me.Organisation && f.RemovedAt == null)
            .Join(
                db.Set<Conversation>().AsNoTracking().Where(c => seen.Contains(c.Channel)),
                f => f.Conversation, c => c.Id, (f, c) => new Waiting { Flag = f, Conversation = c })
            .Where(w => w.Conversation.LastNumber > w.Flag.ArchivedUpTo)
            .Where(w => !db.Set<PackedConversation>().Any(p => p.Conversation == w.Conversation.Id
                && db.Set<ArchiveExport>().Any(e => e.Id == p.Export && (e.State == ExportState.Packing || e.State == ExportState.Ready))));
    }

    private static FlaggedView RowOf(Waiting row, StoredPost? post, string byName, PrivateRules rules, IReadOnlySet<ConversationId> hidden)
    {
        var isThere = post is { Erased: null };
        var words = isThere ? Shortened.Of(rules.AtAGlance(post!.Post.Text, row.Conversation.Id).Text, MostText) : null;
        return new FlaggedView(
            row.Conversation.Id.Value,
            isThere ? NetworkNames.Of(post!.Post.Author) : null,
            isThere && hidden.Contains(row.Conversation.Id) ? "" : words,
            NetworkNames.Of(post?.Post.Network ?? ""),
            row.Conversation.LastPostAt,
            byName,
            row.Flag.At,
            row.Flag.Case,
            row.Flag.ArchivedUpTo > 0);
    }

    /// <summary>A flagged conversation that does not lie whole in the archive.</summary>
    internal sealed class Waiting
    {
        public required ArchiveFlag Flag { get; init; }

        public required Conversation Conversation { get; init; }
    }
}
