namespace Rotfeste.Host.Opening;

/// <summary>The server cannot start; the message is one plain line for whoever started it.</summary>
internal sealed class OpeningRefusedException(string message) : Exception(message);
