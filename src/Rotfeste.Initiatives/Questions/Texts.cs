namespace Rotfeste.Initiatives.Questions;

internal sealed class Texts;
