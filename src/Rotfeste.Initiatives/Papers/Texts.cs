namespace Rotfeste.Initiatives.Papers;

internal sealed class Texts;
