namespace Rotfeste.People.Calendars;

internal sealed class Texts;
