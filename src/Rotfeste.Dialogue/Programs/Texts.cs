namespace Rotfeste.Dialogue.Programs;

internal sealed class Texts;
