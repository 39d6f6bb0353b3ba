namespace Rotfeste.Listening.Searches;

internal sealed class Texts;
