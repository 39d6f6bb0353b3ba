namespace Rotfeste.Matching.Keys;

/// <summary>A search under a key, with the bits of two more words that a fitting post must hold; bit 0 where there are none.</summary>
internal readonly record struct Entry(int Search, ushort FirstBit, ushort SecondBit);
