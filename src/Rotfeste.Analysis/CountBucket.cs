using NodaTime;

namespace Rotfeste.Analysis;

/// <summary>How wide a bucket is, in the reader's zone.</summary>
public enum BucketWidth
{
    Hour,

    /// <summary>From the first moment of a day to that of the next: 23 or 25 hours where clocks change.</summary>
    Day,

    /// <summary>From Monday.</summary>
    Week,

    Month,
}

/// <summary>What a bucket's count is worth.</summary>
public enum BucketState
{
    /// <summary>The whole of the bucket was listened to.</summary>
    Known,

    /// <summary>A part lies in a gap: there were at least this many.</summary>
    AtLeast,

    /// <summary>All of it lies in a gap and nothing was counted: no figure, and above all not 0.</summary>
    Unknown,
}

/// <summary>One bar of a volume chart.</summary>
/// <param name="Start">First instant.</param>
/// <param name="End">First instant after it.</param>
/// <param name="LocalStart">The start in the reader's zone.</param>
/// <param name="Count">What was counted; null where the state is Unknown.</param>
/// <param name="State">What the count is worth.</param>
/// <param name="IsUnfinished">True for the bucket that the present moment lies in: it may still grow.</param>
public sealed record CountBucket(
    Instant Start, Instant End, ZonedDateTime LocalStart, long? Count, BucketState State, bool IsUnfinished);
