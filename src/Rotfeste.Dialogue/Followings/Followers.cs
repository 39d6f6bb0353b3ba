using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Followings;

/// <summary>Tells those who follow a conversation that something new has come; in the caller's unit of work.</summary>
internal sealed class Followers(AppDb db, KeptFollowings kept, ChannelPeople people, Notify notify)
{
    public static NoticeKind Moved { get; } = NoticeKind.Of<Texts>("conversation-moved", "Notice.Moved");

    /// <summary>Once until it is read, whatever comes besides. <paramref name="notThese"/> know already.</summary>
    public async Task TellAsync(Conversation conversation, IReadOnlyCollection<PersonId> notThese, CancellationToken cancellation)
    {
        var following = (await kept.OfAsync(db, conversation.Id, cancellation)).Except(notThese).ToList();
        if (following.Count == 0)
            return;

        // A channel may have been given to other units since.
        var able = await people.WhoMaySeeAsync(conversation.Channel, cancellation);
        await notify.TellAsync(
            [.. following.Where(able.Contains)], new Notice(Moved.Name, [], $"inbox/{conversation.Id}", Key: $"conversation-moved {conversation.Id}"), cancellation);
    }
}
