using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Archives;
using Rotfeste.Dialogue.Authors;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Exports;
using Rotfeste.Dialogue.Merges;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.Dialogue.Keepings;

/// <summary>Forgets the next old conversations of an organisation; each round asks for the next.</summary>
[JobName("forget-conversations")]
internal sealed record ForgetConversationsJob(OrganisationId? Organisation, Guid Chain, int Round) : IJob
{
    public string Key => $"forget-conversations/{Chain}/{Round}";
}

/// <summary>
/// The words of old conversations go; that they were held, when, and what came of them stays, so that figures of earlier years do not change.
/// What is flagged for the archive waits until it lies there.
/// </summary>
internal sealed class ForgetConversations(
    AppDb db, WordsOfConversation words, Posts posts, ConversationParts parts, DueWork due, LedgerWriter ledger, Changes changes, IClock clock) : IDo<ForgetConversationsJob>
{
    private const int AtOnce = 25;
    private const int MostPosts = 2_000;

    public static bool IsOutside => false;

    public async Task<DueOutcome> DoAsync(ForgetConversationsJob job, DueTry attempt, CancellationToken cancellation)
    {
        if (job.Organisation is not { } organisation
            || await db.Set<KeepingRule>().AsNoTracking().SingleOrDefaultAsync(cancellation) is not { Days: { } days } rule || rule.Chain != job.Chain)
            return DueOutcome.Done;

        var now = clock.GetCurrentInstant();
        var old = await Old(organisation, now - Duration.FromDays(days)).OrderBy(c => c.LastPostAt).Take(AtOnce).ToListAsync(cancellation);
        foreach (var conversation in old)
        {
            await ForgetAsync(conversation, now, cancellation);
            foreach (var part in await PartsAsync(conversation, cancellation))
                await ForgetAsync(part, now, cancellation);
        }

        if (old.Count > 0)
            ledger.Write(organisation, "conversations-forgotten", null, new { conversations = old.Select(c => c.Id.Value), days });

        var next = job with { Round = job.Round + 1 };
        await due.ScheduleAsync(next, now + (old.Count == AtOnce ? Duration.FromSeconds(1) : Duration.FromDays(1)), next.Key, cancellation);
        return DueOutcome.Done;
    }

    /// <summary>How many are old enough now.</summary>
    public Task<int> CountAsync(OrganisationId organisation, int days, CancellationToken cancellation) =>
        Old(organisation, clock.GetCurrentInstant() - Duration.FromDays(days)).CountAsync(cancellation);

    // Nobody waits for us in them, and the archive does not either.
    private IQueryable<Conversation> Old(OrganisationId organisation, Instant before) => db.Set<Conversation>()
        .Where(c => c.Organisation == organisation && c.ForgottenAt == null && c.LastPostAt < before
            && (c.State == ConversationState.Closed || c.State == ConversationState.WaitingForThem || c.State == ConversationState.Gone))
        .Where(c => !db.Set<ArchiveFlag>().Any(f => f.Conversation == c.Id && f.RemovedAt == null && f.ArchivedUpTo < c.LastNumber))
        .Where(c => !db.Set<PackedConversation>().Any(p => p.Conversation == c.Id
            && db.Set<ArchiveExport>().Any(e => e.Id == p.Export && (e.State == ExportState.Packing || e.State == ExportState.Ready))));

    // What went into it is kept for as long as it is.
    private async Task<IReadOnlyList<Conversation>> PartsAsync(Conversation conversation, CancellationToken cancellation)
    {
        if (!conversation.HasParts)
            return [];

        var ids = (await parts.UnderAsync(conversation.Id, cancellation)).Select(p => p.Home).ToList();
        return await db.Set<Conversation>().Where(c => ids.Contains(c.Id)).ToListAsync(cancellation);
    }

    private async Task ForgetAsync(Conversation conversation, Instant now, CancellationToken cancellation)
    {
        var own = await db.Set<ConversationPost>().Where(p => p.Conversation == conversation.Id).Select(p => p.Post).ToListAsync(cancellation);
        var isShared = await db.Set<Conversation>().AnyAsync(
            c => c.Organisation == conversation.Organisation && c.RootUri == conversation.RootUri && c.Id != conversation.Id, cancellation);
        var thread = isShared ? [] : (await posts.ThreadAsync(conversation.RootUri, MostPosts, cancellation)).Select(p => p.Id);
        await posts.ForgetAsync([.. own.Union(thread)], cancellation);
        await words.ForgetUnsaidAsync(conversation, cancellation);
        await words.ForgetSaidAsync(conversation, cancellation);
        conversation.ForgetWhere(now);
        changes.Tell(conversation);
    }
}
