namespace Rotfeste.People.Organisations;

internal sealed class Texts;
