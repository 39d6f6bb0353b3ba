namespace Rotfeste.Listening.Keepings;

internal sealed class Texts;
