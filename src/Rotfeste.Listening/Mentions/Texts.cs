namespace Rotfeste.Listening.Mentions;

internal sealed class Texts;
