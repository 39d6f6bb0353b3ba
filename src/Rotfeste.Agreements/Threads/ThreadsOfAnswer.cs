using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;

namespace Rotfeste.Agreements.Threads;

/// <summary>What an answer does to the threads of the one who gives it.</summary>
internal static class ThreadsOfAnswer
{
    public static IEnumerable<Happening> Of(History history, Answered answer) => answer.Parts.SelectMany(part => Of(history, answer, part));

    private static IEnumerable<Happening> Of(History history, Answered answer, Part part)
    {
        var mine = history.Threads.Where(t => t.IsOpen && t.Raised.Person == answer.Person
            && (part.Section.Length == 0 || t.Raised.Section == part.Section));

        // Whoever is in has let go of reservations and objections; a question may still want its answer.
        if (part.Kind == AnswerKind.Agree)
        {
            return mine.Where(t => t.Kind != ThreadKind.Question)
                .Select(t => new ThreadClosed(t.Raised.Thread, ThreadEnd.Accepted, answer.Person, null, null));
        }

        if (part.Reason is not { } reason)
            return [];

        var kind = KindOf(part.Kind);
        var going = mine.FirstOrDefault(t => t.Raised.Section == part.Section && (t.Kind == ThreadKind.Question) == (kind == ThreadKind.Question));
        return going is null
            ? [new ThreadRaised(ThreadId.New(), kind, answer.Person, answer.Version, part.Section, reason)]
            : [new MessageWritten(going.Raised.Thread, answer.Person, reason, null, going.Kind == kind ? null : kind)];
    }

    private static ThreadKind KindOf(AnswerKind kind) => kind switch
    {
        AnswerKind.Reservation => ThreadKind.Reservation,
        AnswerKind.Disagree => ThreadKind.Objection,
        _ => ThreadKind.Question,
    };
}
