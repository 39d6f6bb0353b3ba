namespace Rotfeste.People.Heads;

internal sealed class Texts;
