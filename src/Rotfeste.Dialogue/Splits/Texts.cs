namespace Rotfeste.Dialogue.Splits;

internal sealed class Texts;
