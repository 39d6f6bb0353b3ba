namespace Rotfeste.Dialogue.Listings;

/// <summary>How many there are; each is counted to <see cref="Most"/> and no further.</summary>
public sealed record InboxCounts(int ToDo, int Late, int Failed, int Mine, int MineToDo, int FreeToDo, int Unit, int Theirs, int Snoozed, int Closed, int All)
{
    /// <summary>Counting stops here: «999+» says enough.</summary>
    public const int Most = 1_000;

    /// <summary>What waits for the person who looks: free ones and the own.</summary>
    public int ForMe => MineToDo + FreeToDo;

    /// <summary>The count of a stretch.</summary>
    public int Of(InboxStretch stretch) => stretch switch
    {
        InboxStretch.ToDo => ToDo,
        InboxStretch.Mine => Mine,
        InboxStretch.Free => FreeToDo,
        InboxStretch.Unit => Unit,
        InboxStretch.Snoozed => Snoozed,
        InboxStretch.Theirs => Theirs,
        InboxStretch.Closed => Closed,
        _ => All,
    };

    /// <summary>«12», or «999+».</summary>
    public static string Say(int count) => count >= Most ? $"{Most - 1}+" : $"{count}";
}
