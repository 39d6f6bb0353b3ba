namespace Rotfeste.Initiatives.Tables;

internal sealed class Texts;
