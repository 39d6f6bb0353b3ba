namespace Rotfeste.People.Passwords;

internal sealed class Texts;
