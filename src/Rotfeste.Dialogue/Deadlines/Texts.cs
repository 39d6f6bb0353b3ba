namespace Rotfeste.Dialogue.Deadlines;

internal sealed class Texts;
