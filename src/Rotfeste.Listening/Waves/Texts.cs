namespace Rotfeste.Listening.Waves;

internal sealed class Texts;
