using System.Runtime.CompilerServices;

namespace Rotfeste.Matching.Keys;

/// <summary>
/// A search under a key, with places of <see cref="Words.ReadPost.Held"/>: one of the first two and one of the second two must be held,
/// or one of all four where the search is wide. Place 0 is always held.
/// </summary>
internal readonly record struct Entry(int Search, bool IsWide, ushort A1, ushort A2, ushort B1, ushort B2)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayFit(ref byte held)
    {
        var first = Unsafe.Add(ref held, A1) | Unsafe.Add(ref held, A2);
        var second = Unsafe.Add(ref held, B1) | Unsafe.Add(ref held, B2);
        return (IsWide ? first | second : first & second) != 0;
    }
}
