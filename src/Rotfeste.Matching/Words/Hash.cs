using System.Numerics;
using System.Runtime.CompilerServices;

namespace Rotfeste.Matching.Words;

/// <summary>
/// FNV-1a over UTF-16 units, then the finish of MurmurHash3 (Austin Appleby, public domain). It only narrows: every find is compared
/// letter by letter, so a collision, even a wanted one, costs time and never a wrong hit.
/// </summary>
internal static class Hash
{
    public const uint Seed = 2166136261;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Step(uint hash, char unit) => (hash ^ unit) * 16777619;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Finish(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }

    public static uint Of(ReadOnlySpan<char> folded)
    {
        var hash = Seed;
        foreach (var unit in folded)
            hash = Step(hash, unit);
        return Finish(hash);
    }

    /// <summary>Two words in a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Pair(uint first, uint second) => Finish((first * 0x9E3779B1) + BitOperations.RotateLeft(second, 15));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Prefix(uint hash) => Finish(hash ^ 0x5BD1E995);

    public static uint Tag(uint hash) => Finish(hash ^ 0x27D4EB2F);

    public static uint Handle(uint hash) => Finish(hash ^ 0x165667B1);
}
