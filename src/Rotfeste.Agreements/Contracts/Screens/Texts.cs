namespace Rotfeste.Agreements.Contracts;

internal sealed class Texts;
