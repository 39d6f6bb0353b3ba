using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Agreements.Histories;

// What is said: threads, sentences, meetings.
internal sealed partial class History
{
    private readonly Dictionary<ThreadId, Talk> threads = [];
    private readonly Dictionary<PersonId, Said?> sentences = [];
    private readonly List<MeetingHeld> meetings = [];

    public IReadOnlyCollection<Talk> Threads => threads.Values;

    public IReadOnlyList<MeetingHeld> Meetings => meetings;

    /// <summary>Who wrote a sentence, or said that they do not want to (null): both are done.</summary>
    public IReadOnlyDictionary<PersonId, Said?> Sentences => sentences;

    public LocalDate? SentenceDay { get; private set; }

    public bool AreSentencesShown { get; private set; }

    public SentencesGathered? Gathered { get; private set; }

    public Talk? Thread(ThreadId thread) => threads.GetValueOrDefault(thread);

    /// <summary>Everyone who is waited for has written or does not want to.</summary>
    public bool IsEverySentenceIn =>
        Asked.Any() && Asked.Where(p => !p.HasLeft).All(p => sentences.ContainsKey(p.Id)) && sentences.Values.Any(s => s is not null);

    /// <summary>Whether the sentences stand side by side on a local day.</summary>
    public bool AreSentencesOpen(LocalDate today) => AreSentencesShown || SentenceDay <= today;

    /// <summary>What was recorded for a person in a meeting, and has become neither an answer nor void.</summary>
    public IEnumerable<(MeetingHeld Meeting, Seat Seat)> ToConfirm(PersonId person) => meetings
        .SelectMany(m => m.Seats.Select(s => (Meeting: m, Seat: s)))
        .Where(s => s.Seat.Person == person && s.Seat.Kind is not null && open.Contains((s.Meeting.Meeting, person)));

    private readonly HashSet<(MeetingId, PersonId)> open = [];

    private void AddTalk(Happened one)
    {
        switch (one.What)
        {
            case ThreadRaised raised:
                threads.Add(raised.Thread, new Talk(raised, one.At));
                Hear(raised.Person);
                break;
            case MessageWritten message when Thread(message.Thread) is { } talk:
                talk.Say(message, one.At);
                Hear(message.Person);
                break;
            case ThreadClosed closed when Thread(closed.Thread) is { } talk:
                talk.Close(closed, one.At);
                break;
            case ObjectionKept kept when Thread(kept.Thread) is { } talk:
                talk.Keep();
                break;
            case SentenceGiven given:
                sentences[given.Person] = given.Words;
                if (given.Words is not null)
                    Hear(given.Person);
                break;
            case SentenceDaySet set:
                SentenceDay = set.Day;
                break;
            case SentencesShown:
                AreSentencesShown = true;
                break;
            case SentencesGathered gathered:
                Gathered = gathered;
                break;
            case MeetingHeld held:
                Hold(held);
                break;
        }
    }

    private void Hold(MeetingHeld held)
    {
        meetings.Add(held);
        foreach (var seat in held.Seats)
        {
            // What was said in the newest meeting is what there is to confirm.
            open.RemoveWhere(o => o.Item2 == seat.Person);
            if (seat.Kind is null)
                continue;
            open.Add((held.Meeting, seat.Person));
            Hear(seat.Person);
        }
    }

    /// <summary>A thread as its happenings make it.</summary>
    internal sealed class Talk(ThreadRaised raised, Instant at)
    {
        private readonly List<(MessageWritten Message, Instant At)> messages = [];

        public ThreadRaised Raised { get; } = raised;

        public Instant RaisedAt { get; } = at;

        public ThreadKind Kind { get; private set; } = raised.Kind;

        public IReadOnlyList<(MessageWritten Message, Instant At)> Messages => messages;

        public ThreadClosed? Closed { get; private set; }

        public Instant? ClosedAt { get; private set; }

        public bool IsKept { get; private set; }

        public bool IsOpen => Closed is null;

        public void Say(MessageWritten message, Instant at)
        {
            messages.Add((message, at));
            Kind = message.Becomes ?? Kind;
        }

        public void Close(ThreadClosed closed, Instant at) => (Closed, ClosedAt) = (closed, at);

        public void Keep() => IsKept = true;
    }
}
