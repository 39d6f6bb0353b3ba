namespace Rotfeste.Dialogue.Asks;

internal sealed class Texts;
