namespace Rotfeste.Dialogue.ByHand;

internal sealed class Texts;
