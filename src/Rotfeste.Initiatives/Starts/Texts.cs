namespace Rotfeste.Initiatives.Starts;

internal sealed class Texts;
