namespace Rotfeste.Dialogue.Turns;

internal sealed class Texts;
