using NodaTime;

namespace Rotfeste.Dialogue.Exports;

/// <summary>A package as people see it.</summary>
/// <param name="Id">Which.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ByName">Who made it.</param>
/// <param name="At">When.</param>
/// <param name="Total">How many conversations.</param>
/// <param name="Packed">How many of them are packed.</param>
/// <param name="ExpiresAt">When its files go.</param>
/// <param name="ReceivedByName">Who said that the archive has it, or null.</param>
/// <param name="ReceivedAt">When.</param>
/// <param name="Parts">Its files.</param>
public sealed record ExportView(
    Guid Id, ExportState State, string ByName, Instant At, int Total, int Packed, Instant ExpiresAt, string? ReceivedByName, Instant? ReceivedAt,
    IReadOnlyList<PartView> Parts);

/// <summary>One file of it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Hash">SHA-256.</param>
/// <param name="Bytes">How large.</param>
/// <param name="Conversations">How many are in it.</param>
public sealed record PartView(int Number, string Hash, long Bytes, int Conversations);
