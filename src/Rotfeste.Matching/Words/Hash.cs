using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rotfeste.Matching.Words;

/// <summary>
/// Eight UTF-16 units a step, multiplied and folded. It only narrows: every find is compared letter by letter, so a collision, even a
/// wanted one, costs time and never a wrong hit.
/// </summary>
internal static class Hash
{
    /// <summary>How many units a fast read may look past the end of a word.</summary>
    public const int Slack = Step;

    private const int Step = 8;
    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Factor = 0xD6E8FEB86659FD93;
    private const ulong OtherFactor = 0xA0761D6478BD642F;

    // What belongs to a word of so many units of the first four and the next four.
    private static readonly ulong[] First =
        [0, 0xFFFF, 0xFFFF_FFFF, 0xFFFF_FFFF_FFFF, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue];

    private static readonly ulong[] Second = [0, 0, 0, 0, 0, 0xFFFF, 0xFFFF_FFFF, 0xFFFF_FFFF_FFFF, ulong.MaxValue];

    public static uint Of(ReadOnlySpan<char> folded)
    {
        Span<char> last = stackalloc char[Step];
        last.Clear();
        var hash = Seed;
        for (; folded.Length > Step; folded = folded[Step..])
            hash = Take(hash, Units(folded, 0), Units(folded, Step / 2));
        folded.CopyTo(last);
        return Finish(Take(hash, Units(last, 0), Units(last, Step / 2)));
    }

    /// <summary>
    /// The same for a place in an array that goes on for <see cref="Slack"/> units after the word. Eight units are taken at once, so that
    /// most words are hashed without a branch on their length.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(ref char start, int length)
    {
        var hash = Seed;
        ref var at = ref Unsafe.As<char, byte>(ref start);
        for (; length > Step; length -= Step)
        {
            hash = Take(hash, Unsafe.ReadUnaligned<ulong>(ref at), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref at, Step)));
            at = ref Unsafe.Add(ref at, Step * sizeof(char));
        }
        return Finish(Take(
            hash,
            Unsafe.ReadUnaligned<ulong>(ref at) & Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(First), length),
            Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref at, Step)) & Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Second), length)));
    }

    private static ulong Units(ReadOnlySpan<char> units, int from) =>
        Unsafe.ReadUnaligned<ulong>(in MemoryMarshal.GetReference(MemoryMarshal.AsBytes(units[from..])));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Take(ulong hash, ulong first, ulong second)
    {
        hash = ((hash ^ first) * Factor) + ((second ^ Seed) * OtherFactor);
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
