namespace Rotfeste.Listening.Beginnings;

internal sealed class Texts;
