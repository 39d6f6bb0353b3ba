namespace Rotfeste.Listening.Requests;

internal sealed class Texts;
