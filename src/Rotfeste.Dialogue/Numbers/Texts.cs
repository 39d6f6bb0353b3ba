namespace Rotfeste.Dialogue.Numbers;

internal sealed class Texts;
