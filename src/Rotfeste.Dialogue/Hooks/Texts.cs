namespace Rotfeste.Dialogue.Hooks;

internal sealed class Texts;
