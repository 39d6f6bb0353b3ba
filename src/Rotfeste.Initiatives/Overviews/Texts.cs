namespace Rotfeste.Initiatives.Overviews;

internal sealed class Texts;
