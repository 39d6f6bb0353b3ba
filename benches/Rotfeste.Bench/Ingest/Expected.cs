using Rotfeste.Analysis;

namespace Rotfeste.Bench.Ingest;

/// <summary>What was sent and must become visible; times from the moment an event should have left to the moment a reader finds it.</summary>
internal sealed class Expected
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTime> mentions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTime> conversations = new(StringComparer.Ordinal);

    public LatencyRecorder Mentions { get; } = new();

    public LatencyRecorder Conversations { get; } = new();

    public long SentMentions { get; private set; }

    public long SentConversations { get; private set; }

    public long SentErasures { get; private set; }

    public int Outstanding
    {
        get
        {
            lock (gate)
                return mentions.Count + conversations.Count;
        }
    }

    public void Add(Expectation kind, string uri, DateTime planned)
    {
        lock (gate)
        {
            switch (kind)
            {
                case Expectation.Mention:
                    SentMentions++;
                    mentions.Add(uri, planned);
                    break;
                case Expectation.Conversation:
                    SentConversations++;
                    conversations.Add(uri, planned);
                    break;
                default:
                    SentErasures++;
                    break;
            }
        }
    }

    /// <summary>Network time of the oldest that nobody has seen yet, in microseconds; null when all was seen.</summary>
    public long? OldestMention => Oldest(mentions);

    /// <summary>Network time of the oldest that nobody has seen yet, in microseconds; null when all was seen.</summary>
    public long? OldestConversation => Oldest(conversations);

    /// <summary>It was sent, and nobody has seen it yet.</summary>
    public bool IsConversationOutstanding(string uri)
    {
        lock (gate)
            return conversations.ContainsKey(uri);
    }

    public void SeeMention(string uri) => See(mentions, Mentions, uri);

    public void SeeConversation(string uri) => See(conversations, Conversations, uri);

    private void See(Dictionary<string, DateTime> waiting, LatencyRecorder times, string uri)
    {
        lock (gate)
        {
            if (waiting.Remove(uri, out var planned))
                times.Record(DateTime.UtcNow - planned);
        }
    }

    // The network tells whole milliseconds.
    private long? Oldest(Dictionary<string, DateTime> waiting)
    {
        lock (gate)
            return waiting.Count == 0 ? null : (waiting.Values.Min() - DateTime.UnixEpoch).Ticks / 10_000 * 1_000;
    }
}
