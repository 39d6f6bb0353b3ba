namespace Rotfeste.Initiatives.Traces;

internal sealed class Texts;
