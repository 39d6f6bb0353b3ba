using System.Numerics;

namespace Rotfeste.Analysis;

/// <summary>
/// Counts durations in fixed memory (58 kB) and gives quantiles within 0.8 % of the true one: each doubling is cut into 128 equal steps,
/// after the idea of HdrHistogram (Gil Tene). Any unit, whole numbers from 0. Recording is safe from many threads and allocates nothing;
/// figures read while others record are of some moment in between.
/// </summary>
public sealed class LatencyRecorder
{
    private const int StepBits = 7;
    private const int Steps = 1 << StepBits;

    private readonly long[] _counts = new long[(64 - StepBits) * Steps];
    private long _count;
    private long _max;

    /// <summary>How many durations were recorded.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>The greatest, exactly; 0 where there is none.</summary>
    public long Max => Interlocked.Read(ref _max);

    /// <summary>Counts one duration. A negative one, as of a clock set back, counts as 0.</summary>
    public void Record(long value)
    {
        value = Math.Max(0, value);
        Interlocked.Increment(ref _counts[SlotOf(value)]);
        Interlocked.Increment(ref _count);
        RaiseMax(value);
    }

    /// <summary>Counts one duration in microseconds.</summary>
    public void Record(TimeSpan duration) => Record(duration.Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>Adds what another recorder counted; the other stays as it is.</summary>
    public void Add(LatencyRecorder other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var slot = 0; slot < _counts.Length; slot++)
        {
            var count = Interlocked.Read(ref other._counts[slot]);
            if (count == 0)
                continue;
            Interlocked.Add(ref _counts[slot], count);
            Interlocked.Add(ref _count, count);
        }
        RaiseMax(other.Max);
    }

    /// <summary>
    /// The least recorded value that at least this share of all values reach or stay below, as the upper end of its step (never above
    /// <see cref="Max"/>); null where nothing was recorded. Throws ArgumentOutOfRangeException for a share outside 0 to 1.
    /// </summary>
    public long? Quantile(double share)
    {
        if (!(share is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        var count = Count;
        if (count == 0)
            return null;
        var wanted = Math.Max(1, (long)Math.Ceiling(share * count));
        long passed = 0;
        for (var slot = 0; slot < _counts.Length; slot++)
        {
            passed += Interlocked.Read(ref _counts[slot]);
            if (passed >= wanted)
                return Math.Min(UpperEnd(slot), Max);
        }
        return Max;
    }

    private void RaiseMax(long value)
    {
        var seen = Interlocked.Read(ref _max);
        while (value > seen)
        {
            var before = Interlocked.CompareExchange(ref _max, value, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }

    // Values below one round of steps have a slot each; above, the leading bits after the first name the step within the doubling.
    private static int SlotOf(long value)
    {
        if (value < Steps)
            return (int)value;
        var shift = BitOperations.Log2((ulong)value) - StepBits;
        return ((shift + 1) << StepBits) + (int)((value >> shift) - Steps);
    }

    private static long UpperEnd(int slot)
    {
        if (slot < Steps)
            return slot;
        var shift = (slot >> StepBits) - 1;
        var lower = (long)((slot & (Steps - 1)) + Steps) << shift;
        return lower + ((1L << shift) - 1);
    }
}
