namespace Rotfeste.Platform.Ui.Times;

internal sealed class Texts;
