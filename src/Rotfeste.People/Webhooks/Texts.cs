namespace Rotfeste.People.Webhooks;

internal sealed class Texts;
