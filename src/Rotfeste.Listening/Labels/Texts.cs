namespace Rotfeste.Listening.Labels;

internal sealed class Texts;
