namespace Rotfeste.Dialogue.Keepings;

internal sealed class Texts;
