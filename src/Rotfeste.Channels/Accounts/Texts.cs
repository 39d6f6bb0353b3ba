namespace Rotfeste.Channels.Accounts;

internal sealed class Texts;
