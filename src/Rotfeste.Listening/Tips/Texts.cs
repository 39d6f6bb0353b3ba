namespace Rotfeste.Listening.Tips;

internal sealed class Texts;
