using Rotfeste.Agreements.Histories;

namespace Rotfeste.Agreements.Exports;

/// <summary>The words that a happening stands for.</summary>
internal static class SaidIn
{
    public static IEnumerable<Said> Of(Happening what) => All(what).OfType<Said>();

    private static IEnumerable<Said?> All(Happening what) => what switch
    {
        Answered answer => answer.Parts.Select(p => p.Reason),
        ThreadRaised raised => [raised.Words],
        MessageWritten message => [message.Words],
        ThreadClosed closed => [closed.Reason],
        SentenceGiven given => [given.Words],
        SentencesGathered gathered => [gathered.Alike, gathered.Unlike],
        MeetingHeld held => [.. held.Seats.Select(s => s.Reason), held.Decided],
        _ => [],
    };
}
