using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Starts;

/// <summary>The form with which an initiative begins.</summary>
/// <param name="Idea">The idea it comes from, or "".</param>
/// <param name="Title">Its title.</param>
/// <param name="Kinds">The starting pages.</param>
/// <param name="Kind">The chosen one.</param>
/// <param name="Owner">The chosen owner.</param>
/// <param name="Leader">The chosen leader, or "".</param>
/// <param name="People">Who can be owner.</param>
/// <param name="Leaders">Who can be accountable leader.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record StartView(
    string Idea, string Title, IReadOnlyList<string> Kinds, string Kind, string Owner, string Leader,
    IReadOnlyList<PersonChoiceView> People, IReadOnlyList<PersonChoiceView> Leaders, IReadOnlyList<Refusal> Refusals);

/// <summary>A person that can be chosen.</summary>
public sealed record PersonChoiceView(string Id, string Name, string? Unit)
{
    /// <summary>With the unit behind a comma: also what one types to mean just this person.</summary>
    public string Said => Unit is null ? Name : $"{Name}, {Unit}";
}
