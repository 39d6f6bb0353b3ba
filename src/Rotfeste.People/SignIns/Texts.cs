namespace Rotfeste.People.SignIns;

internal sealed class Texts;
