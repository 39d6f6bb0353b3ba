namespace Rotfeste.Dialogue.Answers;

internal sealed class Texts;
