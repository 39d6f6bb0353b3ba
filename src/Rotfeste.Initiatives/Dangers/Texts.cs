namespace Rotfeste.Initiatives.Dangers;

internal sealed class Texts;
