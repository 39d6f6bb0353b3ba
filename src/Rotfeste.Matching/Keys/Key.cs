namespace Rotfeste.Matching.Keys;

internal enum KeyKind
{
    Word,
    Pair,
    Beginning,
    Ending,
    Alike,
    Tag,
    Handle,
    Author,
    Host,

    /// <summary>Up to four UTF-16 units anywhere in the text.</summary>
    Gram,

    /// <summary>Every post: nothing narrower is known.</summary>
    Always,
}

/// <summary>Something a post can hold. <paramref name="Length"/> is the number of UTF-16 units of a beginning, ending or gram.</summary>
internal readonly record struct Key(KeyKind Kind, uint Hash, int Length);
