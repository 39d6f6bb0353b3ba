namespace Rotfeste.Dialogue.BulkChanges;

internal sealed class Texts;
