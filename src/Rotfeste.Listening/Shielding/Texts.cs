namespace Rotfeste.Listening.Shielding;

internal sealed class Texts;
