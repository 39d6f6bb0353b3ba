namespace Rotfeste.Agreements.Contracts;

/// <summary>The four answers, in the order in which they are offered.</summary>
public enum AnswerKind
{
    /// <summary>I'm in.</summary>
    Agree,

    /// <summary>I'm in, but …</summary>
    Reservation,

    /// <summary>I'm not in.</summary>
    Disagree,

    /// <summary>I need to know more.</summary>
    NeedToKnow,
}

/// <summary>What a person's answer is worth now. Silence is <see cref="NotYet"/> and nothing else.</summary>
public enum Worth
{
    /// <summary>No answer yet.</summary>
    NotYet,

    /// <summary>In.</summary>
    Agree,

    /// <summary>In, with a reservation.</summary>
    Reservation,

    /// <summary>Not in.</summary>
    Objection,

    /// <summary>Needs to know more.</summary>
    Question,

    /// <summary>Answered, but it must be confirmed again.</summary>
    Stale,
}

/// <summary>Why an answer no longer holds.</summary>
public enum StaleCause
{
    /// <summary>What it stood on changed so.</summary>
    Changed,

    /// <summary>Somebody who was asked said that a change was not just wording.</summary>
    NotJustWording,

    /// <summary>The person wants to think again.</summary>
    Reopened,

    /// <summary>The person left the role in which it was given.</summary>
    LeftRole,

    /// <summary>The look-again date has passed.</summary>
    LookAgainPassed,

    /// <summary>The budget period is over.</summary>
    PeriodOver,
}

/// <summary>Why a person is asked.</summary>
public enum AskReason
{
    /// <summary>Was not asked before.</summary>
    New,

    /// <summary>What gets better has changed.</summary>
    Objective,

    /// <summary>For whom has changed.</summary>
    Audience,

    /// <summary>More money than the person agreed to, who holds it.</summary>
    MoreMoney,

    /// <summary>More hours than the person agreed to, who holds them.</summary>
    MoreHours,

    /// <summary>Somebody said that a change was not just wording.</summary>
    NotJustWording,
}

/// <summary>What a thread is about.</summary>
public enum ThreadKind
{
    /// <summary>In, but …</summary>
    Reservation,

    /// <summary>Not in.</summary>
    Objection,

    /// <summary>Something one wants to know.</summary>
    Question,
}

/// <summary>How a thread ended.</summary>
public enum ThreadEnd
{
    /// <summary>Taken in, in a named version.</summary>
    TakenIn,

    /// <summary>Answered, and accepted by the one who raised it.</summary>
    Accepted,

    /// <summary>Decided by the accountable leader, with a reason.</summary>
    DecidedByLeader,
}

/// <summary>What kind of meeting was recorded.</summary>
public enum MeetingKind
{
    /// <summary>The leadership group.</summary>
    Leadership,

    /// <summary>A department or unit.</summary>
    Department,
}
