using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Labels;
using Rotfeste.Listening.Overviews;
using Rotfeste.Listening.Volumes;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Mentions;

/// <summary>Which mentions an address asks for, newest first. Those that say the same stand under the first of them.</summary>
internal sealed class MentionChoosing(AppDb db, CurrentCaller caller, DigestReading digests, IClock clock)
{
    public async Task<IQueryable<Mention>> ChooseAsync(MentionsAsked asked, CancellationToken cancellation)
    {
        // Named once more than the wall needs: the index begins with it.
        var organisation = caller.Required.Organisation;
        var mentions = db.Set<Mention>().AsNoTracking().Where(m => m.Organisation == organisation);
        if (asked.Like is { } like)
            mentions = mentions.Where(m => m.LikeGroup == like);
        else if (asked.Word is null && asked.Link is null)
            mentions = mentions.Where(m => m.DismissedAt == null && m.IsFirst);
        else
            mentions = mentions.Where(m => m.DismissedAt == null);
        if (asked.Before is { } before)
            mentions = mentions.Where(m => m.At <= before.At);
        mentions = Told(asked, mentions);
        if (asked.Word is not null || asked.Link is not null)
            mentions = await ReadAsync(asked, mentions, cancellation);
        return mentions.OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Skip(asked.Before?.Seen ?? 0);
    }

    private IQueryable<Mention> Told(MentionsAsked asked, IQueryable<Mention> mentions)
    {
        if (asked.Search is { } id)
        {
            var search = new SearchId(id);
            mentions = mentions.Where(m => db.Set<Hit>().Any(h => h.Search == search && h.Mention == m.Id));
        }

        if (asked.Label is { } label)
            mentions = mentions.Where(m => db.Set<MentionLabel>().Any(l => l.Label == label && l.Mention == m.Id));
        if (asked.Source is { } source)
            mentions = mentions.Where(m => m.Source == source);
        if (asked.Language is { } language)
            mentions = mentions.Where(m => m.Language == language);
        if (asked.Mine)
        {
            PersonId? me = caller.Required.Person;
            mentions = mentions.Where(m => m.HandedTo == me);
        }

        return mentions;
    }

    // The posts that were read when the word or the link was counted: one sees what the number says.
    private async Task<IQueryable<Mention>> ReadAsync(MentionsAsked asked, IQueryable<Mention> mentions, CancellationToken cancellation)
    {
        var from = Stretch.Of(asked.Days, clock.GetCurrentInstant(), caller.Required.Zone).From;
        var digest = await digests.ReadAsync(caller.Required.Organisation, asked.Search, from, null, cancellation);
        var found = (asked.Word is { } word ? digest.Words.FirstOrDefault(w => w.What == word) : digest.Links.FirstOrDefault(l => l.What == asked.Link))?.Posts ?? [];
        var ids = found.ToList();
        return mentions.Where(m => ids.Contains(m.Id));
    }
}
