using System.Text;

namespace Rotfeste.Bench.Ingest;

/// <summary>One event to send.</summary>
internal readonly record struct Sending(Frame Frame, byte[] Author, byte[] Key, Expectation Kind);

/// <summary>What the product must make of an event.</summary>
internal enum Expectation
{
    Nothing,
    Mention,
    Conversation,
    Erasure,
}

/// <summary>
/// The stream's mix: 88 % posts, of which 1 % are hits and 0.1 % are for us; 10 % deletions, a few of them of stored posts;
/// the rest accounts and identities. From one seed always the same.
/// </summary>
internal sealed class EventMix
{
    private const int Authors = 500_000;
    private const int Seed = 20_261_122;
    private readonly Random random = new(Seed);
    private readonly Frame[] plain;
    private readonly Frame[] hits;
    private readonly Frame[] addressed;
    private readonly Frame deletion = FrameMaking.Deletion();
    private readonly Frame renaming = FrameMaking.Renaming();
    private readonly Frame account = FrameMaking.Account();
    private readonly Queue<(byte[] Author, byte[] Key)> stored = new();
    private readonly double addressedUpTo;
    private long next = 1L << 60;

    /// <param name="listened">What a part of the posts holds.</param>
    /// <param name="addressedShare">How many of the posts are for us, of 1.</param>
    public EventMix(Listened listened, double addressedShare = 0.001)
    {
        addressedUpTo = addressedShare;
        var making = new FrameMaking(random, listened);
        plain = [.. Enumerable.Range(0, 4_000).Select(_ => making.Plain())];
        hits = [.. Enumerable.Range(0, Math.Max(500, listened.Names.Count)).Select(making.Hit)];
        addressed = [.. Enumerable.Range(0, 100 * listened.Accounts.Count).Select(making.Addressed)];
    }

    public double MeanBytes => plain.Average(f => f.Length);

    public Sending Next()
    {
        var author = Author(random.Next(Authors));
        var dice = random.NextDouble();
        if (dice < 0.10)
            return Deletion(author);
        if (dice < 0.115)
            return new(renaming, author, [], Expectation.Nothing);
        if (dice < 0.12)
            return new(account, author, [], Expectation.Nothing);

        var key = NextKey();
        var rarity = random.NextDouble();
        if (rarity < addressedUpTo)
            return new(addressed[random.Next(addressed.Length)], author, key, Expectation.Conversation);
        if (rarity >= addressedUpTo + 0.01)
            return new(plain[random.Next(plain.Length)], author, key, Expectation.Nothing);
        stored.Enqueue((author, key));
        return new(hits[random.Next(hits.Length)], author, key, Expectation.Mention);
    }

    // One in a hundred deletions is of a post that was found some seconds ago.
    private Sending Deletion(byte[] author)
    {
        if (random.Next(100) != 0 || stored.Count < 300)
            return new(deletion, author, NextKey(), Expectation.Nothing);
        var (by, key) = stored.Dequeue();
        return new(deletion, by, key, Expectation.Erasure);
    }

    private byte[] NextKey()
    {
        var key = new byte[13];
        for (var (at, left) = (12, next++); at >= 0; at--, left >>= 5)
            key[at] = "234567abcdefghijklmnopqrstuvwxyz"u8[(int)(left & 31)];
        return key;
    }

    private static byte[] Author(int number)
    {
        var letters = Encoding.ASCII.GetBytes("writerwriterwriterwriter");
        for (var (at, left) = (23, number); left > 0; at--, left >>= 5)
            letters[at] = "234567abcdefghijklmnopqrstuvwxyz"u8[left & 31];
        return letters;
    }
}
