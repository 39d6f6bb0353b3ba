namespace Rotfeste.Dialogue.Newcomers;

internal sealed class Texts;
