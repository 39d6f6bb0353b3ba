namespace Rotfeste.Initiatives.Notices;

internal sealed class Texts;
