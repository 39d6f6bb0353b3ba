using NodaTime;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.ByHand;

/// <summary>The page where something is carried in.</summary>
public sealed record CarryInView
{
    internal CarryInView(CarriedWords words, string at, IReadOnlyList<Refusal> refusals) =>
        (Link, Place, Name, Text, IsClosed, At, Refusals) = (words.Link, words.Place, words.Name, words.Text, words.IsClosed, at, refusals);

    /// <summary>Where it stands.</summary>
    public string Link { get; }

    /// <summary>Where it was said.</summary>
    public string Place { get; }

    /// <summary>Who said it.</summary>
    public string Name { get; }

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>It was not said in public.</summary>
    public bool IsClosed { get; }

    /// <summary>When, as typed; empty for now.</summary>
    public string At { get; }

    /// <summary>What must be mended.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>What was carried in from the same page before.</summary>
    public IReadOnlyList<BeforeView> Before { get; init; } = [];

    /// <summary>Where the very post lies already, or null.</summary>
    public BeforeView? Here { get; init; }
}

/// <summary>A conversation that may hold it already.</summary>
/// <param name="Id">Of the conversation.</param>
/// <param name="Name">Who said it, or "".</param>
/// <param name="Words">The beginning of it; "" where it is erased or covered.</param>
/// <param name="At">When.</param>
/// <param name="IsWaiting">It still wants an answer of us.</param>
public sealed record BeforeView(Guid Id, string Name, string Words, Instant At, bool IsWaiting);

/// <summary>An answer that its writer gives where the question was asked.</summary>
/// <param name="Link">Where the question stands, or null.</param>
/// <param name="Ready">The whole text, signature included, to be copied; null while it is written.</param>
/// <param name="Passed">What looks private and is meant, as the form brings it on.</param>
public sealed record HandView(string? Link, string? Ready, IReadOnlyList<string> Passed);
