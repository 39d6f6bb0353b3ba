namespace Rotfeste.Dialogue.Listings;

internal sealed class Texts;
