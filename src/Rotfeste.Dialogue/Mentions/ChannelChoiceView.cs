namespace Rotfeste.Dialogue.Mentions;

/// <summary>An account that one can answer from.</summary>
/// <param name="Channel">Which.</param>
/// <param name="Handle">Without @.</param>
/// <param name="Network">«Bluesky».</param>
public sealed record ChannelChoiceView(Guid Channel, string Handle, string Network);
