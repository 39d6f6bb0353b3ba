namespace Rotfeste.Dialogue.SecondLooks;

internal sealed class Texts;
