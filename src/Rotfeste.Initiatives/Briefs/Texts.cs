namespace Rotfeste.Initiatives.Briefs;

internal sealed class Texts;
