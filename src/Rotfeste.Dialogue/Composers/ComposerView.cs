using NodaTime;
using Rotfeste.Dialogue.ByHand;
using Rotfeste.Dialogue.Insertions;
using Rotfeste.Dialogue.Merges;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Dialogue.Pictures;
using Rotfeste.Dialogue.SecondLooks;
using Rotfeste.Dialogue.Turns;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Composers;

/// <summary>What happened in the thread since its writer opened it, asked about before anything is sent.</summary>
/// <param name="Words">The question.</param>
/// <param name="Turns">What is new.</param>
public sealed record QuestionView(string Words, IReadOnlyList<TurnView> Turns);

/// <summary>How the answer will look.</summary>
/// <param name="Pieces">Its words.</param>
/// <param name="Signature">What stands under them.</param>
public sealed record PreviewView(IReadOnlyList<PieceView> Pieces, string Signature)
{
    /// <summary>What cannot go out as it stands.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>The room a network gives, and how much of it is used.</summary>
public sealed record RoomView(int Letters, int Bytes, int Used)
{
    /// <summary>Letters that the name of whom it answers, and a warning taken over, use before a word is written.</summary>
    public int Before { get; init; }

    /// <summary>What a link counts whatever its length; 0 where it counts as it stands.</summary>
    public int Link { get; init; }
}

/// <summary>Where an answer is written.</summary>
/// <param name="Conversation">In which conversation.</param>
/// <param name="Name">To whom, or null.</param>
/// <param name="Account">From which account, without @.</param>
/// <param name="ClosedKey">Key of the words that say why nothing can be written now, or null.</param>
/// <param name="Text">What is written.</param>
/// <param name="KeptAt">When the draft was kept, or null.</param>
/// <param name="Signature">What will stand under it.</param>
/// <param name="MustAsk">The writer's own yes to the name is asked now.</param>
/// <param name="Ending">What is put after the text: line break and signature.</param>
/// <param name="Room">The network's measure.</param>
/// <param name="Seen">The newest turn on the page.</param>
public sealed record ComposerView(
    Guid Conversation, string? Name, string Account, string? ClosedKey, string Text, Instant? KeptAt, string Signature, bool MustAsk,
    string Ending, RoomView Room, int Seen)
{
    /// <summary>Said by its writer where the question was asked; null where an account of ours sends it.</summary>
    public HandView? Hand { get; init; }

    /// <summary>The question was not for everybody, and neither is the answer.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The warning that the answer takes over, or null.</summary>
    public string? Warning { get; init; }

    /// <summary>Pictures that lie beside it.</summary>
    public PicturesView Pictures { get; init; } = PicturesView.None;

    /// <summary>Something private in the text, with what lets it pass.</summary>
    public IReadOnlyList<SendingView> Finds { get; init; } = [];

    /// <summary>Words that can be put into the answer.</summary>
    public IReadOnlyList<ReadyView> Ready { get; init; } = [];

    /// <summary>Until when it can be put off in the same step as it is sent: named times that lie ahead, "tomorrow".</summary>
    public IReadOnlyList<string> PutOff { get; init; } = [];

    /// <summary>The posts that it can answer; empty where there is no choice.</summary>
    public IReadOnlyList<TargetView> Targets { get; init; } = [];

    /// <summary>Who was asked to look at it, and what they say.</summary>
    public LooksView Looks { get; init; } = LooksView.None;

    /// <summary>What must be mended.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>Asked before it is sent, or null.</summary>
    public QuestionView? Question { get; init; }

    /// <summary>How it will look, where that was asked for.</summary>
    public PreviewView? Preview { get; init; }
}
