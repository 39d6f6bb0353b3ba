namespace Rotfeste.People.Tokens;

internal sealed class Texts;
