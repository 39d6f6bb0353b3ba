namespace Rotfeste.Initiatives.Answers;

internal sealed class Texts;
