using System.Globalization;
using NodaTime;
using Rotfeste.Listening.Contracts;

namespace Rotfeste.Listening.Mentions;

/// <summary>A place in the list, which is ordered by time and then by id: new rows above it move nothing below.</summary>
public sealed record MentionPlace(Instant At, MentionId Id)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static MentionPlace? From(string? text)
    {
        var parts = text?.Split('_');
        return parts is [var at, var id]
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var us) && us < 253_402_300_799_000_000
            && Guid.TryParseExact(id, "N", out var guid)
                ? new(Instant.FromUnixTimeTicks(us * 10), new MentionId(guid))
                : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeTicks() / 10}_{Id.Value:N}");
}
