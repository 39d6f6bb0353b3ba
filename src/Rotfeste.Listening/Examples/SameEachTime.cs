namespace Rotfeste.Listening.Examples;

/// <summary>Chance that falls the same way each time and on each version of .NET (a linear congruential generator).</summary>
internal sealed class SameEachTime(uint seed)
{
    private ulong state = seed;

    /// <summary>From 0 to one below the limit.</summary>
    public int Next(int limit)
    {
        state = (state * 6364136223846793005UL) + 1442695040888963407UL;
        return (int)((state >> 33) % (ulong)limit);
    }
}
