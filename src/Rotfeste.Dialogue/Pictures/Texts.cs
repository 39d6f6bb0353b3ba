namespace Rotfeste.Dialogue.Pictures;

internal sealed class Texts;
