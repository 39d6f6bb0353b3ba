namespace Rotfeste.People.Members;

internal sealed class Texts;
