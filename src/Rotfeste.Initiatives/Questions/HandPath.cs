using System.Text.Json;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Questions;

/// <summary>A question left somebody's hands.</summary>
/// <param name="From">Who had it.</param>
/// <param name="By">Who handed it on: the same, or the one who asked, where the leader had left.</param>
/// <param name="At">When.</param>
internal sealed record Hand(PersonId From, PersonId By, Instant At);

/// <summary>The hands that a question went through, first to last.</summary>
internal sealed record HandPath(IReadOnlyList<Hand> All)
{
    public static HandPath None { get; } = new([]);

    public static HandPath Read(string text) => new(JsonSerializer.Deserialize<IReadOnlyList<Hand>>(text, StoredJson.Options) ?? []);

    public HandPath With(Hand hand) => new([.. All, hand]);

    public string Write() => JsonSerializer.Serialize(All, StoredJson.Options);
}
