using NodaTime;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Library;

/// <summary>An answer of the library in its list.</summary>
/// <param name="Id">Which.</param>
/// <param name="Topic">The word it stands under.</param>
/// <param name="Question">What people ask.</param>
/// <param name="Beginning">The first words of the answer.</param>
/// <param name="LanguageName">In which language.</param>
/// <param name="Owner">Who sees to it, or null once that person has left.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
/// <param name="IsDue">That day has come.</param>
/// <param name="IsPublic">Everybody may read it.</param>
/// <param name="Used">How many answers it went into.</param>
/// <param name="Helped">How many readers it helped.</param>
public sealed record LibraryRowView(
    Guid Id, string Topic, string Question, string Beginning, string LanguageName, string? Owner, LocalDate ReviewOn, bool IsDue, bool IsPublic,
    int Used, int Helped);

/// <summary>The library.</summary>
/// <param name="Words">What was looked for.</param>
/// <param name="Rows">By topic.</param>
/// <param name="MayWrite">The reader may add to it.</param>
/// <param name="OpenAddress">Where the public ones are read, or null while there are none.</param>
public sealed record LibraryView(string Words, IReadOnlyList<LibraryRowView> Rows, bool MayWrite, string? OpenAddress);

/// <summary>Somebody who can see to an answer.</summary>
public sealed record OwnerView(Guid Person, string Name);

/// <summary>What was taken out of the words that came from a conversation.</summary>
/// <param name="Key">Key of the word for it.</param>
/// <param name="Count">How many times.</param>
public sealed record TakenOutView(string Key, int Count);

/// <summary>What keeps an answer from being public, or is asked about first.</summary>
/// <param name="Words">What it is.</param>
/// <param name="PassWords">What one says who means it; null where it must be taken out.</param>
public sealed record InTheWayView(string Words, string? PassWords);

/// <summary>How a public answer does.</summary>
/// <param name="Address">Where it is read.</param>
/// <param name="Helped">Yes.</param>
/// <param name="DidNotHelp">No.</param>
public sealed record OpenView(string Address, int Helped, int DidNotHelp);

/// <summary>One answer as a form.</summary>
public sealed record LibraryFormView(
    Guid? Id, string Topic, string Question, string Text, string Language, string Sources, Guid Owner, string ReviewOn,
    IReadOnlyList<OwnerView> Owners, IReadOnlyList<string> Topics, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>What was taken out, where the words came from a conversation.</summary>
    public IReadOnlyList<TakenOutView> TakenOut { get; init; } = [];

    /// <summary>The answer in a conversation that it is made from, or null.</summary>
    public Guid? From { get; init; }

    /// <summary>How it does in public; null while it is not.</summary>
    public OpenView? Open { get; init; }

    /// <summary>What stands in the way of making it public.</summary>
    public IReadOnlyList<InTheWayView> InTheWay { get; init; } = [];

    /// <summary>How many answers it went into.</summary>
    public int Used { get; init; }

    /// <summary>It was saved just now.</summary>
    public bool IsSaved { get; init; }

    /// <summary>The reader may change it.</summary>
    public bool MayWrite { get; init; }
}
