namespace Rotfeste.Networks.Bluesky.Ids;

/// <summary>A record key made of time: 13 characters that sort by time. Source: atproto.com/specs/tid.</summary>
public readonly record struct Tid
{
    private const string Alphabet = "234567abcdefghijklmnopqrstuvwxyz";
    private const int Length = 13;
    private readonly string? _value;

    private Tid(string value) => _value = value;

    /// <summary>The text form; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The time in it, UTC with microseconds: what its maker's clock said.</summary>
    public DateTimeOffset Time => DateTimeOffset.UnixEpoch.AddTicks((Number(Value) >> 10) * TimeSpan.TicksPerMicrosecond);

    /// <summary>Parses the text form.</summary>
    public static bool TryParse(string? text, out Tid tid)
    {
        tid = default;
        if (text is not { Length: Length } || text[0] > 'j' || text.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal))) return false;
        tid = new(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    internal static Tid From(long microseconds, int clock)
    {
        var number = (microseconds << 10) | (uint)clock;
        return new(string.Create(Length, number, static (text, rest) =>
        {
            for (var i = text.Length - 1; i >= 0; i--, rest >>= 5) text[i] = Alphabet[(int)(rest & 31)];
        }));
    }

    private static long Number(string text)
    {
        var number = 0L;
        foreach (var c in text) number = (number << 5) | (uint)Alphabet.IndexOf(c, StringComparison.Ordinal);
        return number;
    }
}

/// <summary>Makes record keys, each later than the one before it, also when the clock stands still or goes back. Safe from several threads.</summary>
/// <param name="clock">The time.</param>
/// <param name="clockNumber">0 to 1023: tells keys of two makers in the same microsecond apart. Pick one at random a process.</param>
public sealed class TidSource(TimeProvider clock, int clockNumber)
{
    private readonly int _clockNumber = clockNumber is >= 0 and <= 1023 ? clockNumber : throw new ArgumentOutOfRangeException(nameof(clockNumber));
    private long _last;

    /// <summary>The next key.</summary>
    public Tid Next()
    {
        var now = (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(now, last + 1);
            if (Interlocked.CompareExchange(ref _last, next, last) == last) return Tid.From(next, _clockNumber);
        }
    }
}
