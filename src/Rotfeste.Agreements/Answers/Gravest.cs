using Rotfeste.Agreements.Contracts;

namespace Rotfeste.Agreements.Answers;

/// <summary>What several stands come to: the gravest of them.</summary>
internal static class Gravest
{
    private static readonly AnswerKind[] FromGravest = [AnswerKind.Disagree, AnswerKind.NeedToKnow, AnswerKind.Reservation, AnswerKind.Agree];

    public static AnswerKind Of(IEnumerable<AnswerKind> kinds)
    {
        var there = kinds.ToHashSet();
        return FromGravest.First(there.Contains);
    }

    public static Worth WorthOf(AnswerKind kind) => kind switch
    {
        AnswerKind.Agree => Worth.Agree,
        AnswerKind.Reservation => Worth.Reservation,
        AnswerKind.Disagree => Worth.Objection,
        _ => Worth.Question,
    };
}
