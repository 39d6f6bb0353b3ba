namespace Rotfeste.Agreements.Pages;

internal sealed class Texts;
