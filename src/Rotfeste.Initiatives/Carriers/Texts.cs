namespace Rotfeste.Initiatives.Carriers;

internal sealed class Texts;
