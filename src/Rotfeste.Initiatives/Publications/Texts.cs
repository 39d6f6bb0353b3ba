namespace Rotfeste.Initiatives.Publications;

internal sealed class Texts;
