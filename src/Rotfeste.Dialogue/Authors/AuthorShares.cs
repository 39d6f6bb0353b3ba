using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Archives;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Exports;
using Rotfeste.Dialogue.Keepings;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Authors;

/// <summary>What Dialogue holds of somebody who wrote to us: their conversations. Read for a copy, and erased.</summary>
internal sealed class AuthorShares(
    AppDb db, Posts posts, WordsOfConversation words, KeepDeletedWords deleted, LabelReading labels, PrivateReading privates, DueWork due, Changes changes, IClock clock)
{
    public static OfAuthor Slot { get; } = new(
        (services, author, cancellation) => services.GetRequiredService<AuthorShares>().ReadAsync(author, cancellation),
        (services, author, cancellation) => services.GetRequiredService<AuthorShares>().HeldAsync(author, cancellation),
        (services, author, cancellation) => services.GetRequiredService<AuthorShares>().EraseAsync(author, cancellation));

    private async Task<AuthorShare> ReadAsync(AuthorAsked author, CancellationToken cancellation)
    {
        var conversations = await Theirs(author).AsNoTracking().OrderBy(c => c.Id).ToListAsync(cancellation);
        var ids = conversations.ConvertAll(c => c.Id);
        var named = await labels.OfAsync(ids, cancellation);
        var answers = (await db.Set<WrittenAnswer>().AsNoTracking().Where(a => ids.Contains(a.Conversation) && a.State == AnswerState.Sent)
            .OrderBy(a => a.Number).ToListAsync(cancellation)).ToLookup(a => a.Conversation);
        var flagged = (await db.Set<ArchiveFlag>().AsNoTracking().Where(f => ids.Contains(f.Conversation) && f.RemovedAt == null)
            .Select(f => f.Conversation).ToListAsync(cancellation)).ToHashSet();
        var kept = (await db.Set<DeletedWords>().AsNoTracking().Where(w => ids.Contains(w.Conversation)).ToListAsync(cancellation)).ToLookup(w => w.Conversation, w => w.Text);
        return new AuthorShare("conversations", conversations.Count, [.. conversations.Select(c => new AuthorConversation(
            c.Id.Value,
            c.RootUri,
            c.Outcome?.ToString(),
            c.ClosedAt is { } closed ? Iso(closed) : null,
            [.. named[c.Id].Select(l => l.Name)],
            flagged.Contains(c.Id),
            [.. kept[c.Id]],
            [.. answers[c.Id].Select(a => new AuthorAnswer(AnswerText.Whole(a.Text, a.Signature), Iso(a.SentAt ?? a.WrittenAt)))]))]);
    }

    // What is flagged for the archive lies there first, or the flag goes, with a reason.
    private Task<int> HeldAsync(AuthorAsked author, CancellationToken cancellation) => db.Set<ArchiveFlag>().Where(f => f.RemovedAt == null)
        .Join(Theirs(author), f => f.Conversation, c => c.Id, (f, c) => new { f.ArchivedUpTo, c.LastNumber })
        .CountAsync(w => w.LastNumber > w.ArchivedUpTo, cancellation);

    private async Task EraseAsync(AuthorAsked author, CancellationToken cancellation)
    {
        var names = await NamesAsync(author, cancellation);
        var own = (await privates.RulesAsync(cancellation)).Own;
        var theirs = await Theirs(author).Include(c => c.Posts).ToListAsync(cancellation);
        await deleted.LetGoAsync(theirs.ConvertAll(c => c.Id), cancellation);
        foreach (var conversation in theirs)
        {
            await words.ForgetUnsaidAsync(conversation, cancellation);
            await words.ForgetAddresseeAsync(conversation, names, own, cancellation);
            await ForgetPackagesAsync(conversation.Id, cancellation);
            changes.Tell(conversation);
        }
    }

    private IQueryable<Conversation> Theirs(AuthorAsked author)
    {
        var (keys, written) = (author.AuthorKeys.ToList(), author.Posts.ToList());
        return db.Set<Conversation>().Where(c => keys.Contains(c.AuthorKey) || c.Posts.Any(p => written.Contains(p.Post)));
    }

    private async Task<IReadOnlyList<string>> NamesAsync(AuthorAsked author, CancellationToken cancellation) =>
        [.. (await posts.FindAsync([.. author.Posts], cancellation)).Values.Select(p => p.Post.Author)
            .SelectMany(a => new[] { a.DisplayName, a.Handle }).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    // A package that waits to be fetched holds the words too; what else is in it waits again.
    private async Task ForgetPackagesAsync(ConversationId conversation, CancellationToken cancellation)
    {
        var open = await db.Set<ArchiveExport>().Where(e => e.State == ExportState.Packing || e.State == ExportState.Ready)
            .Where(e => db.Set<PackedConversation>().Any(p => p.Export == e.Id && p.Conversation == conversation)).ToListAsync(cancellation);
        foreach (var export in open)
        {
            var end = new ExpireExportJob(export.Organisation, export.Id);
            await due.ScheduleAsync(end, clock.GetCurrentInstant(), end.Key, cancellation);
        }
    }

    private static string Iso(Instant at) => InstantPattern.ExtendedIso.Format(at);
}

/// <summary>One conversation in the author's copy.</summary>
internal sealed record AuthorConversation(
    Guid Id, string Thread, string? Outcome, string? ClosedAt, IReadOnlyList<string> Labels, bool IsForArchive, IReadOnlyList<string> DeletedAndKept,
    IReadOnlyList<AuthorAnswer> Answers);

/// <summary>What we answered.</summary>
internal sealed record AuthorAnswer(string Text, string SentAt);
