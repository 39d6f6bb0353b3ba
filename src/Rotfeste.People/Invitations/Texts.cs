namespace Rotfeste.People.Invitations;

internal sealed class Texts;
