namespace Rotfeste.Platform.Ui.Writing;

internal sealed class Texts;
