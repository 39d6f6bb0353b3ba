namespace Rotfeste.Dialogue.Library;

internal sealed class Texts;
