namespace Rotfeste.Listening.Sources;

internal sealed class Texts;
