namespace Rotfeste.Dialogue.Criticism;

internal sealed class Texts;
