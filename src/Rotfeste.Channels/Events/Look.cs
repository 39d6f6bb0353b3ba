namespace Rotfeste.Channels.Events;

/// <summary>What a look at an account's events came to.</summary>
/// <param name="Stored">New events.</param>
/// <param name="HasMore">The way back goes on at once.</param>
/// <param name="IsAnswered">The network answered as it should.</param>
internal readonly record struct Look(int Stored, bool HasMore, bool IsAnswered = false);
