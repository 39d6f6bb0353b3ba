namespace Rotfeste.Dialogue.GoodAnswers;

internal sealed class Texts;
