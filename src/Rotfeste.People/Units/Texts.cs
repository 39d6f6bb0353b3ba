namespace Rotfeste.People.Units;

internal sealed class Texts;
