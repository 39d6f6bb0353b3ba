namespace Rotfeste.People.Front;

internal sealed class Texts;
