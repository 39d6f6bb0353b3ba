using System.Text.Json;
using Rotfeste.Dialogue.Contexts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Harassment;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Listings;
using Rotfeste.Dialogue.Notes;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Dialogue.Turns;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Programs;

/// <summary>Reads conversations for a program: the lines and threads that the screens show, without their words for people.</summary>
internal sealed class ReadForProgram(
    AppDb db, InboxQuery query, KeptPages pages, UsableChannels channels, ConversationDoor door, ContextWishes wishes, ThreadReading threads,
    Posts posts, Colleagues colleagues, LabelReading labels, PrivateReading privates, CoveredReading covered, CurrentCaller caller, Settings settings)
{
    public async Task<ConversationsJson> ListAsync(InboxWish wish, string? after, CancellationToken cancellation)
    {
        var me = caller.Required;
        var sight = await channels.OfAsync(me, cancellation);
        var key = new PageKey(wish, after ?? "", sight.Key, wish.Stretch is InboxStretch.Mine or InboxStretch.Unit ? me.Person : null);
        var page = await pages.GetAsync(db, key, () => query.ReadAsync(wish, after, me, sight, cancellation));
        return new ConversationsJson(await HeadsAsync(page.Rows, cancellation), page.Next);
    }

    /// <summary>Null where the person may not see it.</summary>
    public async Task<ThreadJson?> ThreadAsync(Guid id, CancellationToken cancellation)
    {
        if (await door.LookAsync(id, cancellation) is not { } conversation)
            return null;

        if (!conversation.IsByHand)
            wishes.Add(conversation.Organisation, conversation.Id);
        var view = await threads.ReadAsync(conversation, caller.Required, 0, cancellation);
        var heads = await HeadsAsync([ListedConversation.Of(conversation)], cancellation);
        return new ThreadJson(heads[0], conversation.LastNumber, [.. view.Turns.Select(Turn)]);
    }

    private async Task<IReadOnlyList<ConversationJson>> HeadsAsync(IReadOnlyList<ListedConversation> rows, CancellationToken cancellation)
    {
        var words = await posts.FindAsync([.. rows.Select(r => r.LastPost).Distinct()], cancellation);
        var people = await colleagues.FindAsync([.. rows.Select(r => r.TakenBy).OfType<PersonId>().Distinct()], cancellation);
        var labelled = await labels.OfAsync([.. rows.Select(r => r.Id)], cancellation);
        var rules = await privates.RulesAsync(cancellation);
        var reported = await covered.AllAsync(cancellation);
        var sight = await channels.OfAsync(caller.Required, cancellation);
        return [.. rows.Select(r => Head(r, sight.MaySee(r.Account) ? words.GetValueOrDefault(r.LastPost) : null, people, labelled[r.Id], rules, reported.Contains(r.Id)))];
    }

    private ConversationJson Head(
        ListedConversation row, StoredPost? post, IReadOnlyDictionary<PersonId, Colleague> people, IEnumerable<LabelView> labelled, PrivateRules rules, bool isCovered)
    {
        var isThere = post is { Erased: null };
        return new ConversationJson(
            row.Id.Value,
            new Uri(settings.Address, caller.Required.To($"inbox/{row.Id}")).AbsoluteUri,
            row.State,
            row.MergedInto?.Value,
            row.Outcome,
            isThere ? NetworkNames.Of(post!.Post.Author) : null,
            !isThere ? null : isCovered ? "" : rules.AtAGlance(post!.Post.Text, row.Id).Text,
            post?.Post.Network,
            row.Account.Value,
            isThere && post!.Post.IsPrivate,
            isCovered,
            row.LastPostAt.ToDateTimeOffset(),
            ProgramAnswers.At(row.WaitingSince),
            ProgramAnswers.At(row.DueAt),
            ProgramAnswers.At(row.SnoozedUntil),
            row.TakenBy is { } taker ? new PersonJson(taker.Value, people.GetValueOrDefault(taker)?.Name ?? "") : null,
            [.. labelled.Select(l => new LabelJson(l.Id, l.Name))]);
    }

    private static TurnJson Turn(TurnView turn) => turn switch
    {
        AnswerView a => new(
            TurnKind.Answer, a.Id, a.At.ToDateTimeOffset(), a.ByName, null, string.Concat(a.Pieces.Select(p => p.Text)), a.Signature,
            Plain(a.Stands.Key), IsOurs: true, IsPrivate: false, a.WebLink),
        PostView p => new(
            TurnKind.Post, null, p.At.ToDateTimeOffset(), p.Name, p.Handle, string.Concat(p.Pieces.Select(t => t.Text)) + p.More, null,
            p.ErasedKey is { } gone ? Plain(gone) : null, p.IsOurs, p.IsPrivate, p.WebLink),
        NoteView n => new(TurnKind.Note, n.Id, n.At.ToDateTimeOffset(), n.ByName, null, n.Text, null, n.IsRemoved ? "removed" : null, IsOurs: true, IsPrivate: true, null),
        _ => throw new InvalidOperationException($"A program cannot be told of a {turn.GetType().Name}."),
    };

    // "Answer.ByHand" is "by-hand".
    private static string Plain(string key) => JsonNamingPolicy.KebabCaseLower.ConvertName(key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..]);
}
