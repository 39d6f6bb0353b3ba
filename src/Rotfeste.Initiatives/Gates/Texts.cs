namespace Rotfeste.Initiatives.Gates;

internal sealed class Texts;
