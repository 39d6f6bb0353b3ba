namespace Rotfeste.Channels.Bluesky;

internal sealed class Texts;
