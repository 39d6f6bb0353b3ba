namespace Rotfeste.Dialogue.Composers;

internal sealed class Texts;
