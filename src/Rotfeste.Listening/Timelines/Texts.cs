namespace Rotfeste.Listening.Timelines;

internal sealed class Texts;
