namespace Rotfeste.Dialogue.Unusual;

internal sealed class Texts;
