namespace Rotfeste.Initiatives.Weeks;

internal sealed class Texts;
