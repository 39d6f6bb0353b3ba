namespace Rotfeste.Initiatives.Ideas;

internal sealed class Texts;
