namespace Rotfeste.Dialogue.Archives;

internal sealed class Texts;
