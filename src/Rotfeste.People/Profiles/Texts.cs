namespace Rotfeste.People.Profiles;

internal sealed class Texts;
