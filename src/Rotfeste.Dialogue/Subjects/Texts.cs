namespace Rotfeste.Dialogue.Subjects;

internal sealed class Texts;
