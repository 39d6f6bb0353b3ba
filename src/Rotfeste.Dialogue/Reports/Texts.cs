namespace Rotfeste.Dialogue.Reports;

internal sealed class Texts;
