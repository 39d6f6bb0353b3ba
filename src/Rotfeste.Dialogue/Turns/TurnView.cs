using NodaTime;
using Rotfeste.Dialogue.GoodAnswers;
using Rotfeste.Dialogue.Merges;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Turns;

/// <summary>Something said in the thread, by them or by us.</summary>
/// <param name="At">When.</param>
public abstract record TurnView(Instant At)
{
    /// <summary>In which thread, where the conversation is held in several; else null.</summary>
    public PlaceView? Place { get; init; }
}

/// <summary>A stretch of text; a link where it has an address.</summary>
public sealed record PieceView(string Text, string? Href);

/// <summary>A picture as we keep it; no address where it is not kept (yet).</summary>
public sealed record PictureView(string? Address, string AltText);

/// <summary>A link of a post, with where it leads.</summary>
public sealed record LinkView(string Address, string Title, string Host);

/// <summary>A post from the network.</summary>
/// <param name="At">The network's time.</param>
/// <param name="Key">Its id on the page.</param>
/// <param name="Name">Its author, null when unknown or erased.</param>
/// <param name="Handle">The author's handle, or null.</param>
/// <param name="Pieces">The beginning of its words; empty when erased.</param>
/// <param name="More">The rest of a long text, or empty.</param>
/// <param name="IsCut">It was longer than we keep.</param>
/// <param name="ErasedKey">Key of the words that say why it is gone, or null.</param>
/// <param name="NoteKeys">Keys of what is worth knowing: first of the thread, names us.</param>
/// <param name="AnswersName">Whom it answers, or null.</param>
/// <param name="IsAsked">The one that waits for an answer.</param>
/// <param name="IsOurs">Written from an account of ours.</param>
/// <param name="Likes">How many like it, where known.</param>
/// <param name="WebLink">Where one reads it, or null.</param>
/// <param name="Pictures">Its pictures.</param>
/// <param name="Links">Its links.</param>
public sealed record PostView(
    Instant At, string Key, string? Name, string? Handle, IReadOnlyList<PieceView> Pieces, string More, bool IsCut, string? ErasedKey,
    IReadOnlyList<string> NoteKeys, string? AnswersName, bool IsAsked, bool IsOurs, int? Likes, string? WebLink,
    IReadOnlyList<PictureView> Pictures, IReadOnlyList<LinkView> Links) : TurnView(At)
{
    /// <summary>Not for everybody.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Which post.</summary>
    public Guid Id { get; init; }

    /// <summary>The conversation that it can be taken out of; null where it cannot.</summary>
    public Guid? SplitsFrom { get; init; }

    /// <summary>What its author said before the words are shown, or null.</summary>
    public string? Warning { get; init; }

    /// <summary>Its words are covered until one asks for them: somebody reported them.</summary>
    public bool IsCovered { get; init; }

    /// <summary>What is private in it, or null.</summary>
    public PrivateView? Private { get; init; }
}

/// <summary>How one of our answers stands.</summary>
/// <param name="Standing">Its mark.</param>
/// <param name="Key">Key of its words.</param>
/// <param name="ReasonKey">Key of why, or null.</param>
/// <param name="NextTry">When it is tried again, or null.</param>
/// <param name="GoesIn">Seconds until it goes, while it can still be regretted; else null.</param>
/// <param name="MayRegret">This person can take it back.</param>
/// <param name="MayTryAgain">This person can have it tried again.</param>
public sealed record AnswerStanding(
    Standing Standing, string Key, string? ReasonKey, Instant? NextTry, int? GoesIn, bool MayRegret, bool MayTryAgain);

/// <summary>One of our answers.</summary>
/// <param name="At">When it was sent, or written.</param>
/// <param name="Id">Which.</param>
/// <param name="ByName">Whose it is.</param>
/// <param name="Pieces">Its words.</param>
/// <param name="Signature">What stands under them.</param>
/// <param name="Stands">How it stands.</param>
/// <param name="WebLink">Where one reads it, or null.</param>
public sealed record AnswerView(
    Instant At, Guid Id, string ByName, IReadOnlyList<PieceView> Pieces, string Signature, AnswerStanding Stands, string? WebLink) : TurnView(At)
{
    /// <summary>Pictures that went with it.</summary>
    public IReadOnlyList<PictureView> Pictures { get; init; } = [];

    /// <summary>Once it is sent, the conversation is put off until then; null otherwise.</summary>
    public Instant? ThenOff { get; init; }

    /// <summary>What came back on it; null while there is nothing to say.</summary>
    public CameBackView? CameBack { get; init; }
}
