namespace Rotfeste.People.Mails;

internal sealed class Texts;
