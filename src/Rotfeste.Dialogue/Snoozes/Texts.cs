namespace Rotfeste.Dialogue.Snoozes;

internal sealed class Texts;
