using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Dialogue.Examples;

/// <summary>Plants conversations in all states for the invented municipality; planting them again changes nothing.</summary>
internal sealed class PlantExample(AppDb db, Posts posts, Signatures signatures, DueTimes times, FactLog facts)
{
    public async Task RunAsync(
        ChannelId channel, IReadOnlyDictionary<string, PersonId> people, Instant now, CancellationToken cancellation)
    {
        if (await db.Set<Conversation>().AnyAsync(cancellation))
            return;

        var signed = new Dictionary<PersonId, string>();
        foreach (var person in people.Values)
            signed[person] = (await signatures.OfAsync(person, SigningPlace.Anywhere, cancellation)).Text;
        var byName = people.ToDictionary(p => p.Key.Split('@')[0], p => p.Value);
        var threads = ExampleConversation.All().Select(e => new ExampleThread(e, now)).ToList();
        var all = threads.SelectMany(t => t.Posts).DistinctBy(p => p.Uri).ToList();
        var ids = await posts.KeepAsync(all, cancellation);
        await db.SaveChangesAsync(cancellation);

        var stored = (await posts.FindAsync(ids, cancellation)).Values.ToDictionary(p => p.Post.Uri);
        var planted = threads.Select(thread => Plant(thread, channel, stored, byName, signed)).ToList();
        foreach (var conversation in planted)
            await times.SetAsync(conversation, cancellation);
        ExampleAsks.Plant(db, byName, planted.Find(c => Asks.Ask.IsWanted(c) && c.TakenBy is not null && c.TakenBy != byName["kari.lunde"]), now);
        ExampleLibrary.Plant(db, byName["kari.lunde"], byName["jonas.eide"], now);
        await db.SaveChangesAsync(cancellation);

        await posts.EraseAsync([.. threads.Where(t => t.Example.End == "erased").Select(t => t.Asked.Uri)], cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private Conversation Plant(
        ExampleThread thread, ChannelId channel, Dictionary<string, StoredPost> stored,
        Dictionary<string, PersonId> people, Dictionary<PersonId, string> signed)
    {
        var example = thread.Example;
        var asked = stored[thread.Asked.Uri];
        var conversation = Conversation.Open(
            ConversationId.From(ExamplePosts.IdOf($"conversation {example.Name}")), db.Current.Value!.Value, channel,
            asked.Post.ReplyRoot?.Uri ?? asked.Post.Uri, asked.AuthorKey);
        db.Add(conversation);
        facts.Tell(new ConversationOpened(conversation.Organisation, conversation.Id, channel, asked.Post.CreatedAt));
        Receive(conversation, asked);
        if (example.Taken is { } taker)
            conversation.Take(people[taker], asked.Post.CreatedAt + Duration.FromMinutes(3));
        foreach (var turn in thread.Turns)
        {
            if (turn.By is null)
                Receive(conversation, stored[turn.Post!.Uri]);
            else
                Answer(conversation, turn, people[turn.By], signed, isRefused: example.End == "refused");
        }

        if (Enum.TryParse<ConversationOutcome>(example.End, out var outcome))
            Close(conversation, outcome, people[example.Taken ?? "kari.lunde"], thread.EndedAt);
        return conversation;
    }

    private void Receive(Conversation conversation, StoredPost post)
    {
        conversation.Receive(post.Id, post.Post.CreatedAt, out var reopened);
        facts.Tell(new ConversationEnquired(conversation.Organisation, conversation.Id, post.Post.CreatedAt, reopened));
    }

    private void Answer(
        Conversation conversation, PlannedTurn turn, PersonId by, IReadOnlyDictionary<PersonId, string> signed, bool isRefused)
    {
        var order = ItemId.From(ExamplePosts.IdOf($"order {turn.Text}"));
        var seen = conversation.LastNumber;
        var number = conversation.Answer(order, by, turn.At);
        var answer = WrittenAnswer.Of(conversation, number, order, new AnswerInput(turn.Text, signed[by], seen), by, turn.At, turn.At);
        db.Add(answer);
        if (isRefused)
        {
            answer.WasRefused(ItemReason.RecordRefused);
            conversation.AnswerWasRefused(order);
            return;
        }

        answer.WasSent(turn.At);
        conversation.AnswerWasSent(order, seen, turn.At);
        facts.Tell(new AnswerSent(conversation.Organisation, conversation.Id, answer.Id, by, turn.At));
    }

    private void Close(Conversation conversation, ConversationOutcome outcome, PersonId by, Instant at)
    {
        conversation.Close(outcome, by, at);
        facts.Tell(new ConversationClosed(conversation.Organisation, conversation.Id, outcome, by, at));
    }
}
