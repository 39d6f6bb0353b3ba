namespace Rotfeste.Platform.Ui.Pieces;

internal sealed class Texts;
