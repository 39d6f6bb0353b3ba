namespace Rotfeste.Platform.Ui.Charts;

internal sealed class Texts;
