namespace Rotfeste.People.Notices;

internal sealed class Texts;
