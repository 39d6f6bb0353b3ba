namespace Rotfeste.Dialogue.Mentions;

internal sealed class Texts;
