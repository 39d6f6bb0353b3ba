namespace Rotfeste.Matching.Keys;

internal enum KeyKind
{
    Word,
    Pair,
    Beginning,
    Tag,
    Handle,
}

/// <summary>Something a post can hold. <paramref name="Length"/> is the number of UTF-16 units of a beginning.</summary>
internal readonly record struct Key(KeyKind Kind, uint Hash, int Length);
