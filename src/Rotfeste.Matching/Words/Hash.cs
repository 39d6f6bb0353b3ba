using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rotfeste.Matching.Words;

/// <summary>
/// Four UTF-16 units a step, multiplied and folded. It only narrows: every find is compared letter by letter, so a collision, even a
/// wanted one, costs time and never a wrong hit.
/// </summary>
internal static class Hash
{
    /// <summary>How many units a fast read may look past the end of a word.</summary>
    public const int Slack = 4;

    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Factor = 0xD6E8FEB86659FD93;

    public static uint Of(ReadOnlySpan<char> folded)
    {
        Span<char> last = stackalloc char[Slack];
        last.Clear();
        var hash = Seed;
        for (; folded.Length >= Slack; folded = folded[Slack..])
            hash = Step(hash, Unsafe.ReadUnaligned<ulong>(in MemoryMarshal.GetReference(MemoryMarshal.AsBytes(folded))));
        if (folded.Length > 0)
        {
            folded.CopyTo(last);
            hash = Step(hash, Unsafe.ReadUnaligned<ulong>(in MemoryMarshal.GetReference(MemoryMarshal.AsBytes(last))));
        }
        return Finish(hash);
    }

    /// <summary>The same for a place in an array that goes on for <see cref="Slack"/> units after the word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(ref char start, int length)
    {
        var hash = Seed;
        ref var at = ref Unsafe.As<char, byte>(ref start);
        for (; length >= Slack; length -= Slack)
        {
            hash = Step(hash, Unsafe.ReadUnaligned<ulong>(ref at));
            at = ref Unsafe.Add(ref at, Slack * sizeof(char));
        }
        if (length > 0)
            hash = Step(hash, Unsafe.ReadUnaligned<ulong>(ref at) & (ulong.MaxValue >> (64 - (16 * length))));
        return Finish(hash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Step(ulong hash, ulong units)
    {
        hash = (hash ^ units) * Factor;
        return hash ^ (hash >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Finish(ulong hash) => (uint)((hash * Factor) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint hash, uint salt) => (uint)(((hash ^ salt) * Factor) >> 32);

    /// <summary>Two words in a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Pair(uint first, uint second) =>
        (uint)(((first ^ ((ulong)BitOperations.RotateLeft(second, 15) << 32) ^ second) * Factor) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Beginning(uint hash) => Mix(hash, 0x5BD1E995);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Ending(uint hash) => Mix(hash, 0x85EBCA6B);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Alike(uint hash) => Mix(hash, 0xC2B2AE35);

    public static uint Tag(uint hash) => Mix(hash, 0x27D4EB2F);

    public static uint Handle(uint hash) => Mix(hash, 0x165667B1);

    public static uint Author(uint hash) => Mix(hash, 0x9E3779B1);

    public static uint Host(uint hash) => Mix(hash, 0x7FEB352D);

    /// <summary>Up to four units packed into one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Gram(ulong units, int length) => (uint)(((units + (ulong)length) * Factor) >> 32);
}
