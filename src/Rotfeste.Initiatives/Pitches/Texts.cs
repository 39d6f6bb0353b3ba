namespace Rotfeste.Initiatives.Pitches;

internal sealed class Texts;
