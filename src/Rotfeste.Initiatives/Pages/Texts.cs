namespace Rotfeste.Initiatives.Pages;

internal sealed class Texts;
