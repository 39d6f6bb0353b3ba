namespace Rotfeste.Dialogue.Traces;

internal sealed class Texts;
