namespace Rotfeste.Channels.Mastodon;

internal sealed class Texts;
