namespace Rotfeste.Dialogue.Desks;

internal sealed class Texts;
