namespace Rotfeste.People.Setup;

internal sealed class Texts;
