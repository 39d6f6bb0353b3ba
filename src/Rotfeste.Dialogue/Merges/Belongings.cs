using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Archives;
using Rotfeste.Dialogue.Asks;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Drafts;
using Rotfeste.Dialogue.Followings;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Pictures;
using Rotfeste.Dialogue.SecondLooks;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Merges;

/// <summary>
/// What belongs to a conversation beside what was said in it, and goes with it into another and out again; in the caller's unit of work.
/// What was said, by us too, and what colleagues noted stays where it was said and is read from there.
/// </summary>
internal sealed class Belongings(AppDb db)
{
    public async Task<CameAlong> BringAsync(Conversation from, Conversation into, PersonId by, Instant now, CancellationToken cancellation)
    {
        var (takenBy, takenAt) = (into.TakenBy, into.TakenAt);
        if (takenBy is null)
            into.GiveBackTo(from.TakenBy, from.TakenAt);
        await FlagAsync(from, into, by, now, cancellation);
        return new CameAlong(
            takenBy?.Value, takenAt?.ToUnixTimeTicks(),
            await LabelAsync(from, into, cancellation),
            await FollowAsync(from, into, cancellation),
            await AsksAsync(from.Id, into.Id, cancellation),
            await LooksAsync(from.Id, into.Id, cancellation),
            await PicturesAsync(from.Id, into.Id, cancellation),
            await DraftsAsync(from, into, now, cancellation));
    }

    /// <summary>What is taken out of a conversation has its labels and followers too, and belongs in the archive where that one does.</summary>
    public async Task ShareAsync(Conversation from, Conversation made, PersonId by, Instant now, CancellationToken cancellation)
    {
        await FlagAsync(from, made, by, now, cancellation);
        await LabelAsync(from, made, cancellation);
        await FollowAsync(from, made, cancellation);
    }

    public async Task TakeBackAsync(Merge merge, Conversation from, Conversation into, CancellationToken cancellation)
    {
        var along = merge.CameAlong;
        if (into.TakenBy == from.TakenBy && from.TakenBy is not null)
            into.GiveBackTo(along.TakenBy is { } taker ? PersonId.From(taker) : null, along.TakenAt is { } at ? Instant.FromUnixTimeTicks(at) : null);
        var (labels, followers) = (along.Labels.Select(LabelId.From).ToList(), along.Followers.Select(PersonId.From).ToList());
        db.RemoveRange(await db.Set<ConversationLabel>().Where(l => l.Conversation == into.Id && labels.Contains(l.Label)).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<Following>().Where(f => f.Conversation == into.Id && followers.Contains(f.Person)).ToListAsync(cancellation));
        foreach (var ask in await db.Set<Ask>().Where(a => a.Conversation == into.Id && along.Asks.Contains(a.Id)).ToListAsync(cancellation))
            ask.GoTo(from.Id);
        foreach (var look in await db.Set<SecondLook>().Where(l => l.Conversation == into.Id && along.Looks.Contains(l.Id)).ToListAsync(cancellation))
            look.GoTo(from.Id);
        var pictures = await db.Set<AnswerPicture>().Where(p => p.Conversation == into.Id && p.Answer == null && along.Pictures.Contains(p.Id)).ToListAsync(cancellation);
        pictures.ForEach(p => p.GoTo(from.Id));
        await DraftsBackAsync(along.Drafts, merge.At, from, into, cancellation);
    }

    private async Task<IReadOnlyList<Guid>> LabelAsync(Conversation from, Conversation into, CancellationToken cancellation)
    {
        var both = await db.Set<ConversationLabel>().Where(l => l.Conversation == from.Id || l.Conversation == into.Id).ToListAsync(cancellation);
        var added = both.Where(l => l.Conversation == from.Id).Select(l => l.Label).Except(both.Where(l => l.Conversation == into.Id).Select(l => l.Label)).ToList();
        db.AddRange(added.Select(l => new ConversationLabel { Organisation = into.Organisation, Conversation = into.Id, Label = l }));
        return added.ConvertAll(l => l.Value);
    }

    // Whoever had it wants to know how it goes on.
    private async Task<IReadOnlyList<Guid>> FollowAsync(Conversation from, Conversation into, CancellationToken cancellation)
    {
        var both = await db.Set<Following>().Where(f => f.Conversation == from.Id || f.Conversation == into.Id).ToListAsync(cancellation);
        var added = both.Where(f => f.Conversation == from.Id).Select(f => f.Person)
            .Concat(from.TakenBy is { } taker && taker != into.TakenBy ? [taker] : [])
            .Except(both.Where(f => f.Conversation == into.Id).Select(f => f.Person)).ToList();
        db.AddRange(added.Select(person => Following.Of(into, person)));
        return added.ConvertAll(p => p.Value);
    }

    private async Task<IReadOnlyList<Guid>> AsksAsync(ConversationId from, ConversationId into, CancellationToken cancellation)
    {
        var asks = await db.Set<Ask>().Where(a => a.Conversation == from).ToListAsync(cancellation);
        asks.ForEach(a => a.GoTo(into));
        return asks.ConvertAll(a => a.Id);
    }

    // Where the same two have one in the other already, that one stands.
    private async Task<IReadOnlyList<Guid>> LooksAsync(ConversationId from, ConversationId into, CancellationToken cancellation)
    {
        var both = await db.Set<SecondLook>().Where(l => l.Conversation == from || l.Conversation == into).ToListAsync(cancellation);
        var going = both.Where(l => l.Conversation == from && !both.Exists(o => o.Conversation == into && o.Writer == l.Writer && o.Reader == l.Reader)).ToList();
        going.ForEach(l => l.GoTo(into));
        return going.ConvertAll(l => l.Id);
    }

    // All that a person laid beside the draft, or none where it does not fit beside what lies there.
    private async Task<IReadOnlyList<Guid>> PicturesAsync(ConversationId from, ConversationId into, CancellationToken cancellation)
    {
        var both = await db.Set<AnswerPicture>().Where(p => (p.Conversation == from || p.Conversation == into) && p.Answer == null).ToListAsync(cancellation);
        var going = both.GroupBy(p => p.Person).Where(g => g.Count() <= AddPicture.MostPictures).SelectMany(g => g.Where(p => p.Conversation == from)).ToList();
        going.ForEach(p => p.GoTo(into));
        return going.ConvertAll(p => p.Id);
    }

    private async Task<IReadOnlyList<CameDraft>> DraftsAsync(Conversation from, Conversation into, Instant now, CancellationToken cancellation)
    {
        var both = await db.Set<Draft>().Where(d => d.Conversation == from.Id || d.Conversation == into.Id).ToListAsync(cancellation);
        var came = new List<CameDraft>();
        foreach (var draft in both.Where(d => d.Conversation == from.Id))
        {
            var there = both.Find(d => d.Conversation == into.Id && d.Person == draft.Person);
            came.Add(new CameDraft(draft.Person.Value, there?.Text.Length ?? 0));
            var text = there is null ? draft.Text : $"{there.Text}{Between}{draft.Text}";
            if (there is null)
                db.Add(there = Draft.Of(into.Organisation, into.Id, draft.Person));
            there.Keep(text, now);
            db.Remove(draft);
        }

        return came;
    }

    // What was written on since stays where it was written: nothing of it is lost.
    private async Task DraftsBackAsync(
        IReadOnlyList<CameDraft> came, Instant at, Conversation from, Conversation into, CancellationToken cancellation)
    {
        var people = came.Select(d => PersonId.From(d.Person)).ToList();
        var drafts = await db.Set<Draft>().Where(d => (d.Conversation == into.Id || d.Conversation == from.Id) && people.Contains(d.Person)).ToListAsync(cancellation);
        foreach (var draft in drafts.Where(d => d.Conversation == into.Id && d.KeptAt == at && !drafts.Exists(o => o.Conversation == from.Id && o.Person == d.Person)))
        {
            var before = came.First(d => d.Person == draft.Person.Value).Before;
            var back = Draft.Of(from.Organisation, from.Id, draft.Person);
            back.Keep(before == 0 ? draft.Text : draft.Text[(before + Between.Length)..], at);
            db.Add(back);
            if (before == 0)
                db.Remove(draft);
            else
                draft.Keep(draft.Text[..before], at);
        }
    }

    // What belongs in the archive belongs there with all that comes to it.
    private async Task FlagAsync(Conversation from, Conversation into, PersonId by, Instant now, CancellationToken cancellation)
    {
        var flags = await db.Set<ArchiveFlag>().Where(f => f.Conversation == from.Id || f.Conversation == into.Id).ToListAsync(cancellation);
        if (flags.Find(f => f.Conversation == from.Id && f.RemovedAt is null) is { } flag && !flags.Exists(f => f.Conversation == into.Id && f.RemovedAt is null))
            db.Add(ArchiveFlag.Of(into, flags.Count(f => f.Conversation == into.Id) + 1, flag.Case, by, now));
    }

    private const string Between = "\n\n";
}
