using NodaTime;
using Rotfeste.Channels.Contracts;

namespace Rotfeste.Dialogue.Examples;

/// <summary>A turn with its time; by us where <paramref name="By"/> names one of us, else a post.</summary>
internal sealed record PlannedTurn(string? By, string Text, Instant At, NetworkPost? Post);

/// <summary>An example conversation laid out in time.</summary>
internal sealed class ExampleThread
{
    public ExampleThread(ExampleConversation example, Instant now)
    {
        Example = example;
        var at = now - Duration.FromMinutes(example.MinutesAgo);
        var root = example.Root is { } first
            ? ExamplePosts.Of(first.Name, first.Text, now - Duration.FromMinutes(52 + first.MinutesBefore), null, null, null)
            : null;
        Asked = ExamplePosts.Of(example.Name, example.Text, at, root, root, example.Likes);
        Turns = [.. (example.Turns ?? []).Select(t => Planned(t, at, root ?? Asked))];
        Posts = [.. new[] { root, Asked }.OfType<NetworkPost>(), .. Turns.Select(t => t.Post).OfType<NetworkPost>()];
        EndedAt = (Turns.Count == 0 ? at : Turns[^1].At) + Duration.FromMinutes(20);
    }

    public ExampleConversation Example { get; }

    public NetworkPost Asked { get; }

    public IReadOnlyList<PlannedTurn> Turns { get; }

    public IReadOnlyList<NetworkPost> Posts { get; }

    public Instant EndedAt { get; }

    private PlannedTurn Planned(ExampleTurn turn, Instant from, NetworkPost root)
    {
        var at = from + Duration.FromMinutes(turn.After);
        return new PlannedTurn(turn.By, turn.Text, at, turn.By is null ? ExamplePosts.Of(Example.Name, turn.Text, at, root, Asked, null) : null);
    }
}
