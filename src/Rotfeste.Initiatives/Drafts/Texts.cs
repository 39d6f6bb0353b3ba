namespace Rotfeste.Initiatives.Drafts;

internal sealed class Texts;
