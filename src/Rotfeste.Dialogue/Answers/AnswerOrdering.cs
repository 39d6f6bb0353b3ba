using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Asks;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Drafts;
using Rotfeste.Dialogue.Pictures;
using Rotfeste.Dialogue.Programs;
using Rotfeste.Dialogue.SecondLooks;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Answers;

/// <summary>Stores an answer and the order to send it, in one unit of work that survives a power failure.</summary>
internal sealed class AnswerOrdering(
    AppDb db, Posts posts, AskedPost asked, Items items, Organisations organisations, KeptDrafts drafts, LaidPictures laid, Asking asking, EndLooks looks, ReplyKey program, Changes changes,
    DialogueSettings settings,
    CurrentCaller caller, IClock clock)
{
    /// <summary>False when nothing is left to answer.</summary>
    public async Task<bool> OrderAsync(Conversation conversation, AnswerInput input, CancellationToken cancellation)
    {
        if (await ParentAsync(conversation, input.Seen, cancellation) is not { } answered)
            return false;

        var (parent, channel) = answered;

        FaultPoint.Pass("answer-before-store");
        var by = caller.Required.Person;
        var now = clock.GetCurrentInstant();
        var goesAt = now + settings.Regret;
        var order = ItemId.New();
        db.MustOutliveAPowerFailure();
        var number = conversation.Answer(order, by, now);
        var answer = WrittenAnswer.Of(conversation, number, order, input, by, now, goesAt);
        answer.Answers(parent.Id);
        db.Add(answer);
        program.Note(answer);
        var reference = new PostReference(parent.Post.Uri, parent.Post.Version);
        await items.SendAsync(
            new SendItem(
                order, channel, AnswerText.Whole(input.Text, input.Signature),
                await LanguagesAsync(conversation.Organisation, cancellation), parent.Post.ReplyRoot ?? reference, reference, goesAt, by)
            {
                Pictures = await laid.SendAsync(conversation.Id, by, answer.Id, cancellation),
            },
            cancellation);
        await drafts.KeepAsync(conversation.Id, by, "", cancellation);
        await asking.WasAnsweredAsync(conversation.Id, by, cancellation);
        await looks.WasAnsweredAsync(conversation.Id, cancellation);
        changes.Tell(conversation);
        await db.SaveChangesAsync(cancellation);
        FaultPoint.Pass("answer-stored");
        return true;
    }

    // What is answered is what its writer chose, or the newest that its writer saw, and that is still there; from the account it came to.
    private async Task<(StoredPost Post, ChannelId Channel)?> ParentAsync(Conversation conversation, int seen, CancellationToken cancellation)
    {
        var candidates = asked.ChosenOf(conversation) is { } chosen && chosen.Number <= seen
            ? [chosen]
            : conversation.PostsUpTo(seen).OrderByDescending(p => (p.At, p.Number)).Take(5).ToList();
        if (candidates.Count == 0)
            return null;

        var stored = await posts.FindAsync([.. candidates.Select(p => p.Post)], cancellation);
        foreach (var candidate in candidates)
        {
            if (stored.GetValueOrDefault(candidate.Post) is { Erased: null } post)
                return (post, candidate.Channel ?? conversation.Channel);
        }

        return null;
    }

    private async Task<IReadOnlyList<string>> LanguagesAsync(OrganisationId organisation, CancellationToken cancellation) =>
        await organisations.FindAsync(organisation, cancellation) is { } card ? [card.Language] : [];
}
