namespace Rotfeste.Dialogue.Presences;

internal sealed class Texts;
