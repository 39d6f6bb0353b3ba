namespace Rotfeste.Initiatives.Meetings;

internal sealed class Texts;
