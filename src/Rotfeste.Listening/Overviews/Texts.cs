namespace Rotfeste.Listening.Overviews;

internal sealed class Texts;
