namespace Rotfeste.Initiatives.Trials;

internal sealed class Texts;
