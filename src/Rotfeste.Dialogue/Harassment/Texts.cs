namespace Rotfeste.Dialogue.Harassment;

internal sealed class Texts;
