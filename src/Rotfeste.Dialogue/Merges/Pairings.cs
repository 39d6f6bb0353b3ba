using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Harassment;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Merges;

/// <summary>Finds out about two conversations what the rule asks.</summary>
internal sealed class Pairings(Posts posts, ChannelPeople people, CoveredReading covered)
{
    public async Task<Pairing> OfAsync(Conversation from, Conversation into, CancellationToken cancellation)
    {
        var said = (await posts.FindAsync([.. from.Posts.Concat(into.Posts).Where(p => !p.IsErased).Select(p => p.Post)], cancellation)).Values;
        var hidden = await covered.AllAsync(cancellation);
        return new Pairing(
            said.Any(p => p.Post.IsPrivate),
            said.Any(p => !p.Post.IsPrivate),
            await IsForTheSameAsync([from.Channel, .. from.Posts.Select(p => p.Channel ?? from.Channel)], into.Channel, cancellation),
            hidden.Contains(from.Id) || hidden.Contains(into.Id));
    }

    private async Task<bool> IsForTheSameAsync(IEnumerable<ChannelId> from, ChannelId into, CancellationToken cancellation)
    {
        foreach (var channel in from.Distinct().Where(c => c != into))
        {
            if (!(await SeeAsync(channel, cancellation)).SetEquals(await SeeAsync(into, cancellation))
                || !(await AnswerAsync(channel, cancellation)).SetEquals(await AnswerAsync(into, cancellation)))
                return false;
        }

        return true;
    }

    private async Task<HashSet<PersonId>> SeeAsync(ChannelId channel, CancellationToken cancellation) =>
        [.. await people.WhoMaySeeAsync(channel, cancellation)];

    private async Task<HashSet<PersonId>> AnswerAsync(ChannelId channel, CancellationToken cancellation) =>
        [.. await people.WhoMayAnswerAsync(channel, cancellation)];
}
