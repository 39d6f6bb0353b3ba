namespace Rotfeste.Channels.Connections;

internal sealed class Texts;
