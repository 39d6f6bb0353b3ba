namespace Rotfeste.Dialogue.Insertions;

internal sealed class Texts;
