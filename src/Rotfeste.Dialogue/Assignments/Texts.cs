namespace Rotfeste.Dialogue.Assignments;

internal sealed class Texts;
