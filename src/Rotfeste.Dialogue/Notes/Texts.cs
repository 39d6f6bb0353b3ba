namespace Rotfeste.Dialogue.Notes;

internal sealed class Texts;
