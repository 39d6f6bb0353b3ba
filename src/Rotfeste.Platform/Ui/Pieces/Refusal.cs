namespace Rotfeste.Platform.Ui.Pieces;

/// <summary>What a person must mend in a form.</summary>
/// <param name="Field">The field's name in the form, "" where it concerns the whole.</param>
/// <param name="Text">What is wrong and what to do, in the reader's language.</param>
public sealed record Refusal(string Field, string Text);
