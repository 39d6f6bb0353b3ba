using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Pictures;

/// <summary>A picture beside the draft.</summary>
/// <param name="Address">Where it is seen.</param>
/// <param name="AltText">Its description.</param>
/// <param name="Removal">Where it is taken away.</param>
public sealed record LaidPictureView(string Address, string AltText, string Removal);

/// <summary>The pictures beside the draft, and the form that adds one.</summary>
/// <param name="Laid">In order.</param>
/// <param name="Address">Where the form goes.</param>
public sealed record PicturesView(IReadOnlyList<LaidPictureView> Laid, string Address)
{
    /// <summary>No pictures can be added.</summary>
    public static PicturesView None { get; } = new([], "");

    /// <summary>As typed, when the form came back.</summary>
    public string AltText { get; init; } = "";

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];
}
