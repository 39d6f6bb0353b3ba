using NodaTime;
using Rotfeste.Analysis.Targets;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Reports;

/// <summary>A wait as it is counted.</summary>
internal readonly record struct CountedWait(
    ConversationId Conversation, ChannelId Channel, UnitId? Unit, PersonId? By, TargetKind Kind, Instant AskedAt, Instant? EndedAt, TargetEnd End,
    int Worked, Instant? DueAt, bool EndedLate);

/// <summary>A wait with one of its labels.</summary>
internal readonly record struct LabelledWait(LabelId Label, CountedWait Wait);

/// <summary>Which of the counted ones.</summary>
internal enum CountedPart
{
    /// <summary>All that were asked.</summary>
    Asked,

    /// <summary>Those that were answered.</summary>
    Answered,

    /// <summary>Answered within the aim.</summary>
    InTime,

    /// <summary>Answered, closed or taken back after the aim, or waiting beyond it.</summary>
    Late,

    /// <summary>Asked while nobody was at work.</summary>
    Outside,
}

/// <summary>What counts as what: the figures and the lists behind them ask here alone.</summary>
/// <param name="lateBefore">What waits and was due before this has used up more than its working time.</param>
/// <param name="isOpen">Whether the organisation was at work then.</param>
internal sealed class CountingRule(Instant lateBefore, Func<Instant, bool> isOpen)
{
    public bool Has(CountedPart part, in CountedWait wait) => part switch
    {
        CountedPart.Answered => wait.End == TargetEnd.Answered,
        CountedPart.InTime => wait is { End: TargetEnd.Answered, DueAt: not null, EndedLate: false },
        CountedPart.Late => wait.EndedLate || (wait.End == TargetEnd.Running && wait.DueAt < lateBefore),
        CountedPart.Outside => !isOpen(wait.AskedAt),
        _ => true,
    };
}
