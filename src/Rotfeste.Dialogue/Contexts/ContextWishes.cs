using System.Collections.Concurrent;
using System.Threading.Channels;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Contexts;

/// <summary>A page was opened and would like its thread freshened.</summary>
internal readonly record struct ContextWish(OrganisationId Organisation, ConversationId Conversation);

/// <summary>
/// Wishes of opened pages. They live in memory alone: one that is lost comes back when the page is opened again. Each
/// conversation is asked for at most every second minute, and when many wait, new ones are let go.
/// </summary>
internal sealed class ContextWishes(IClock clock)
{
    private const int MostRemembered = 2_000;
    private static readonly Duration Pause = Duration.FromMinutes(2);

    private readonly ConcurrentDictionary<ConversationId, Instant> asked = new();
    private readonly Channel<ContextWish> wishes = Channel.CreateBounded<ContextWish>(
        new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public ChannelReader<ContextWish> Waiting => wishes.Reader;

    public void Add(OrganisationId organisation, ConversationId conversation)
    {
        var now = clock.GetCurrentInstant();
        if (asked.TryGetValue(conversation, out var last) && now - last < Pause)
            return;

        if (asked.Count >= MostRemembered)
            asked.Clear();
        asked[conversation] = now;
        wishes.Writer.TryWrite(new ContextWish(organisation, conversation));
    }
}
