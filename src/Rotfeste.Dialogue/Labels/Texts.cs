namespace Rotfeste.Dialogue.Labels;

internal sealed class Texts;
