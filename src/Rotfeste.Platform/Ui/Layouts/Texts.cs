namespace Rotfeste.Platform.Ui.Layouts;

internal sealed class Texts;
