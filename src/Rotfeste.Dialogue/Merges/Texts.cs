namespace Rotfeste.Dialogue.Merges;

internal sealed class Texts;
