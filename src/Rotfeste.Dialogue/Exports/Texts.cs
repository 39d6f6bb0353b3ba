namespace Rotfeste.Dialogue.Exports;

internal sealed class Texts;
