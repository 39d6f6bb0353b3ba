namespace Rotfeste.Platform.Undelivered;

internal sealed class Texts;
