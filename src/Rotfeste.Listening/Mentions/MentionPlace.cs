using System.Globalization;
using NodaTime;

namespace Rotfeste.Listening.Mentions;

/// <summary>A place in the list, which is ordered by time: new rows above it move nothing below.</summary>
/// <param name="At">The list goes on at this time.</param>
/// <param name="Seen">So many rows of exactly this time were shown already.</param>
public sealed record MentionPlace(Instant At, int Seen)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static MentionPlace? From(string? text)
    {
        var parts = text?.Split('_');
        return parts is [var at, var seen]
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var us) && us < 253_402_300_799_000_000
            && int.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? new(Instant.FromUnixTimeTicks(us * 10), count)
                : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeTicks() / 10}_{Seen}");
}
