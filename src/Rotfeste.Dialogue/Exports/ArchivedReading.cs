using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Archives;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Harassment;
using Rotfeste.Dialogue.Histories;
using Rotfeste.Dialogue.Keepings;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Merges;
using Rotfeste.Dialogue.Pictures;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.Dialogue.Exports;

/// <summary>Reads all of a conversation that belongs in an archive. What colleagues said among themselves does not.</summary>
internal sealed class ArchivedReading(
    AppDb db, ConversationParts parts, ConversationThread thread, Items items, Colleagues colleagues, ConnectedChannels channels, LabelReading labels, LedgerLines ledger)
{
    private const int MostPosts = 5_000;
    private const int MostPictures = 8;

    public async Task<ConversationFolder?> ReadAsync(ConversationId id, OrganisationCard organisation, FolderPictures pictures, CancellationToken cancellation)
    {
        if (await db.Set<Conversation>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellation) is not { } conversation)
            return null;

        var threads = await parts.OfAsync(conversation, cancellation);
        var homes = threads.Select(t => t.Home).ToList();
        var stored = await thread.ReadAsync(conversation, MostPosts, 0, cancellation);
        var flags = await db.Set<ArchiveFlag>().AsNoTracking().Where(f => f.Conversation == id).OrderBy(f => f.Number).ToListAsync(cancellation);
        var reports = await db.Set<HarassmentReport>().AsNoTracking().Where(r => r.Conversation == id).OrderBy(r => r.At).ToListAsync(cancellation);
        var answers = await db.Set<WrittenAnswer>().AsNoTracking()
            .Where(a => homes.Contains(a.Conversation) && a.State != AnswerState.TakenBack).OrderBy(a => a.Number).ToListAsync(cancellation);
        var deleted = await db.Set<DeletedWords>().AsNoTracking().Where(w => homes.Contains(w.Conversation)).ToDictionaryAsync(w => w.Post, cancellation);
        var names = await NamesAsync(conversation, answers, flags, reports, cancellation);
        var account = (await channels.FindAsync([conversation.Channel], cancellation)).GetValueOrDefault(conversation.Channel);
        var say = new Saying(organisation, names);
        var record = new ArchivedConversation
        {
            Id = id.Value,
            Organisation = organisation.Name,
            Network = NetworkNames.Of(account?.Network ?? (stored.Count > 0 ? stored[0].Post.Network : "")),
            Account = account?.Handle,
            Thread = conversation.RootUri,
            Parts = [.. threads.Skip(1).Select(t => new ArchivedPart(t.Home.Value, t.RootUri))],
            MergedInto = conversation.MergedInto?.Value,
            State = conversation.State.ToString(),
            Outcome = conversation.Outcome?.ToString(),
            Closed = conversation.ClosedBy is { } closer && conversation.ClosedAt is { } closed ? say.Deed(closer, closed) : null,
            Labels = [.. (await labels.OfAsync([id], cancellation))[id].Select(l => l.Name)],
            Flags = [.. flags.Select(f => new ArchivedFlag(say.Deed(f.By, f.At), f.Case, f.RemovedBy is { } by ? say.Deed(by, f.RemovedAt!.Value) : null, f.Reason))],
            Turns = await TurnsAsync(stored, answers, deleted, pictures, say, cancellation),
            Covered = [.. reports.Select(r => new ArchivedCover(say.Deed(r.By, r.At), r.Kind.ToString(), r.Words, r.IsCovered, r.UncoveredBy is { } by ? say.Deed(by, r.UncoveredAt!.Value) : null))],
            History = [.. (await db.Set<HistoryEvent>().AsNoTracking().Where(e => homes.Contains(e.Conversation)).OrderBy(e => e.At).ThenBy(e => e.Number).ToListAsync(cancellation))
                .Select(e => new ArchivedEvent(say.Time(e.At), e.Kind.ToString()))],
            Ledger = await ledger.FindAsync(organisation.Id, "", id.ToString(), cancellation),
        };
        return new ConversationFolder(id, conversation.LastNumber, record, pictures.Files);
    }

    private async Task<IReadOnlyList<ArchivedTurn>> TurnsAsync(
        IReadOnlyList<StoredPost> stored, List<WrittenAnswer> answers, IReadOnlyDictionary<PostId, DeletedWords> deleted, FolderPictures pictures, Saying say, CancellationToken cancellation)
    {
        var orders = answers.Count == 0 ? new Dictionary<ItemId, ItemCard>() : await items.FindAsync([.. answers.Select(a => a.Order)], cancellation);
        var sent = orders.Values.Select(o => o.Uri).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var turns = new List<(Instant At, ArchivedTurn Turn)>();
        foreach (var post in stored.Where(p => !sent.Contains(p.Post.Uri)))
            turns.Add((post.Post.CreatedAt, WithDeleted(await PostAsync(post, pictures, say, cancellation), deleted.GetValueOrDefault(post.Id))));
        foreach (var answer in answers)
            turns.Add((answer.SentAt ?? answer.WrittenAt, await AnswerAsync(answer, orders.GetValueOrDefault(answer.Order), pictures, say, cancellation)));
        return [.. turns.OrderBy(t => t.At).Select(t => t.Turn)];
    }

    private static ArchivedTurn WithDeleted(ArchivedTurn turn, DeletedWords? words) => words is null
        ? turn
        : turn with { Name = words.Name, Handle = words.Handle, Text = words.Text, IsKeptForArchive = true };

    private static async Task<ArchivedTurn> PostAsync(StoredPost stored, FolderPictures pictures, Saying say, CancellationToken cancellation)
    {
        var post = stored.Post;
        var shown = new List<ArchivedPicture>();
        foreach (var picture in post.Pictures.Take(MostPictures))
            shown.Add(await pictures.RemoteAsync(picture.Address, picture.AltText, cancellation));
        return new ArchivedTurn
        {
            At = say.Time(post.CreatedAt),
            IsOurs = stored.IsOurs,
            Name = NetworkNames.Of(post.Author) ?? "",
            Handle = post.Author.Handle,
            Text = post.Text,
            Erased = stored.Erased?.ToString(),
            ChangedAt = stored.ChangedAt is { } changed ? say.Time(changed) : null,
            Audience = post.Audience.ToString(),
            Address = post.Uri,
            Link = post.WebLink,
            Pictures = shown,
        };
    }

    private async Task<ArchivedTurn> AnswerAsync(
        WrittenAnswer answer, ItemCard? order, FolderPictures pictures, Saying say, CancellationToken cancellation)
    {
        var shown = new List<ArchivedPicture>();
        foreach (var picture in await db.Set<AnswerPicture>().AsNoTracking().Where(p => p.Answer == answer.Id).OrderBy(p => p.Id).ToListAsync(cancellation))
            shown.Add(await pictures.OwnAsync(picture.Hash, picture.AltText, cancellation));
        return new ArchivedTurn
        {
            At = say.Time(answer.SentAt ?? answer.WrittenAt),
            IsAnswer = true,
            IsOurs = true,
            Name = answer.Signature,
            Employee = say.Deed(answer.By, answer.WrittenAt),
            Text = AnswerText.Whole(answer.Text, answer.Signature),
            Standing = answer.IsByHand ? "ByHand" : answer.State.ToString(),
            Address = order?.Uri,
            Link = order?.WebLink ?? answer.Link,
            Pictures = shown,
        };
    }

    private async Task<IReadOnlyDictionary<PersonId, Colleague>> NamesAsync(
        Conversation conversation, IEnumerable<WrittenAnswer> answers, IEnumerable<ArchiveFlag> flags, IEnumerable<HarassmentReport> reports,
        CancellationToken cancellation) => await colleagues.FindAsync(
        [
            .. answers.Select(a => a.By).Concat(flags.SelectMany(f => new[] { f.By, f.RemovedBy ?? f.By })).Concat(reports.SelectMany(r => new[] { r.By, r.UncoveredBy ?? r.By }))
                .Concat(conversation.ClosedBy is { } closer ? [closer] : []).Distinct(),
        ],
        cancellation);

    /// <summary>Names and times as they stand in the package.</summary>
    private sealed class Saying(OrganisationCard organisation, IReadOnlyDictionary<PersonId, Colleague> names)
    {
        private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(organisation.Zone) ?? DateTimeZone.Utc;

        public string Time(Instant at) => OffsetDateTimePattern.GeneralIso.Format(at.InZone(zone).ToOffsetDateTime());

        public ArchivedDeed Deed(PersonId person, Instant at) => new(names.GetValueOrDefault(person)?.Name ?? "", person.Value, Time(at));
    }
}
