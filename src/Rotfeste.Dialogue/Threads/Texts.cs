namespace Rotfeste.Dialogue.Threads;

internal sealed class Texts;
