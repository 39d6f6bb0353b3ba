namespace Rotfeste.Initiatives.Choices;

internal sealed class Texts;
