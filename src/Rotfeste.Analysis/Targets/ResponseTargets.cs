using NodaTime;

namespace Rotfeste.Analysis.Targets;

/// <summary>What is aimed at, in business time; null where there is no aim (times are told all the same).</summary>
/// <param name="FirstAnswer">From the first question to the first answer.</param>
/// <param name="NextAnswer">From a later question to the answer to it.</param>
/// <param name="Closing">From the first question to the closing, without the time that we wait for the other side.</param>
public sealed record ResponseTargets(Duration? FirstAnswer, Duration? NextAnswer, Duration? Closing)
{
    internal Duration? Of(TargetKind kind) => kind switch
    {
        TargetKind.FirstAnswer => FirstAnswer,
        TargetKind.NextAnswer => NextAnswer,
        _ => Closing,
    };
}

/// <summary>Which of the three times.</summary>
public enum TargetKind
{
    /// <summary>Until the first answer.</summary>
    FirstAnswer,

    /// <summary>Until the answer to a later question.</summary>
    NextAnswer,

    /// <summary>Until it was closed.</summary>
    Closing,
}

/// <summary>How a time came to its end.</summary>
public enum TargetEnd
{
    /// <summary>It runs, or is paused.</summary>
    Running,

    /// <summary>We answered.</summary>
    Answered,

    /// <summary>It was closed.</summary>
    Closed,

    /// <summary>The other side took it back.</summary>
    Withdrawn,

    /// <summary>It goes on in another conversation, where it keeps its start.</summary>
    Moved,
}

/// <summary>One time that was or is running.</summary>
/// <param name="Conversation">Where it ran.</param>
/// <param name="Kind">Which time.</param>
/// <param name="Started">When the question came, or when it was taken up again.</param>
/// <param name="Ended">When it ended; null while it runs.</param>
/// <param name="End">How.</param>
/// <param name="Elapsed">Business time used, pauses taken off, to the end or to the moment of looking.</param>
/// <param name="Paused">Clock time for which we waited for the other side; always zero for answers.</param>
/// <param name="Due">When it must have ended; null without an aim, while it is paused, or where the calendar never opens.</param>
/// <param name="IsLate">More than the aim was used: once true it stays true, whatever happens afterwards and whenever one looks.</param>
public sealed record TargetTime(
    Guid Conversation, TargetKind Kind, Instant Started, Instant? Ended, TargetEnd End, Duration Elapsed, Duration Paused, Instant? Due, bool IsLate)
{
    /// <summary>
    /// Whether it belongs in a report of met and missed aims: answered, a closing that was closed, or late. A question that was closed or
    /// taken back in time without an answer is neither met nor missed; one that moved is told where it went.
    /// </summary>
    public bool Counts => End != TargetEnd.Moved && (IsLate || End == TargetEnd.Answered || (End == TargetEnd.Closed && Kind == TargetKind.Closing));
}
