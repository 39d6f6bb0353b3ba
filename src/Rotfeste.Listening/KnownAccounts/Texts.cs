namespace Rotfeste.Listening.KnownAccounts;

internal sealed class Texts;
