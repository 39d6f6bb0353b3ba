namespace Rotfeste.Dialogue.Followings;

internal sealed class Texts;
