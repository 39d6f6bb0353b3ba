using Rotfeste.Initiatives.Pages;
using Rotfeste.Initiatives.Questions;
using Rotfeste.Initiatives.UrgentPosts;

namespace Rotfeste.Initiatives.Tables;

/// <summary>What can wait for a leader, in the order in which it is put on the table.</summary>
internal enum WaitKind
{
    /// <summary>Somebody waits for an answer in what the leader stands for.</summary>
    Open,

    /// <summary>A question to the leader.</summary>
    Question,

    /// <summary>Something was sent because it could not wait, and nobody has told what it was.</summary>
    Explain,

    /// <summary>The leader's answer stood on something that has changed.</summary>
    AskedAgain,

    /// <summary>The leader is asked.</summary>
    Asked,

    /// <summary>An exception that the leader gave ends soon.</summary>
    Waived,

    /// <summary>Something that the leader stands for is ready to go on.</summary>
    Ready,
}

/// <summary>Something that waits: in an initiative, in a question or in an urgent post, one of the three.</summary>
internal sealed record Wait(WaitKind Kind, InitiativeState? State, LeaderQuestion? Question, UrgentPost? Post = null)
{
    /// <summary>The initiative's title; empty for the others.</summary>
    public string Title => State?.Initiative.Title ?? "";

    /// <summary>Where it is settled, relative to the organisation. Whoever is asked reads the pitch and answers right there.</summary>
    public string Path => (Kind, State, Question) switch
    {
        _ when Post is { } post => $"urgent-posts/{post.Item}",
        (_, _, { } question) => $"questions/{question.Follows ?? question.Id}#q-{question.Id}",
        (WaitKind.Asked or WaitKind.AskedAgain, { } state, _) => $"initiatives/{state.Initiative.Id}/pitch",
        (WaitKind.Open, { } state, _) => $"initiatives/{state.Initiative.Id}#threads",
        (_, { } state, _) => $"initiatives/{state.Initiative.Id}",
        _ => throw new InvalidOperationException("Something waits in an initiative, a question or an urgent post."),
    };
}
