namespace Rotfeste.Dialogue.OpenAnswers;

internal sealed class Texts;
