using NodaTime;
using Rotfeste.Analysis.Targets;
using Kind = Rotfeste.Analysis.Targets.ConversationEventKind;

namespace Rotfeste.Tests.Analysis.Targets;

/// <summary>
/// Response times by living through every minute: at each minute the events of that minute happen, then every running time that is
/// neither paused nor out of hours grows by one. Written from the documented rules alone.
/// </summary>
internal sealed class SlowTimes(Func<Instant, bool> isOpen)
{
    public sealed class Row(Guid conversation, TargetKind kind, Instant started)
    {
        public Guid Conversation { get; } = conversation;

        public TargetKind Kind { get; } = kind;

        public Instant Started { get; } = started;

        public int Minutes { get; set; }

        public bool IsPaused { get; set; }

        public TargetEnd End { get; set; }
    }

    private sealed class State
    {
        public Row? Answer;
        public Row? Closing;
        public bool EverAnswered, Closed, WasWaitingWhenClosed;
    }

    private readonly Dictionary<Guid, State> _states = [];

    public List<Row> Rows { get; } = [];

    public void Live(IReadOnlyList<ConversationEvent> events, Instant from, Instant now)
    {
        for (var minute = from; minute <= now; minute += Duration.FromMinutes(1))
        {
            foreach (var happened in events.Where(e => e.At == minute))
                Happen(happened);
            if (minute < now && isOpen(minute))
            {
                foreach (var row in Rows.Where(r => r.End == TargetEnd.Running && !r.IsPaused))
                    row.Minutes++;
            }
        }
    }

    private State Of(Guid id) => _states.TryGetValue(id, out var s) ? s : _states[id] = new();

    private Row New(Guid id, TargetKind kind, Instant at, Row? from = null)
    {
        var row = new Row(id, kind, at) { Minutes = from?.Minutes ?? 0, IsPaused = from?.IsPaused ?? false };
        Rows.Add(row);
        return row;
    }

    private void Happen(ConversationEvent e)
    {
        var s = Of(e.Conversation);
        var kind = s.EverAnswered ? TargetKind.NextAnswer : TargetKind.FirstAnswer;
        switch (e.Kind)
        {
            case Kind.Asked:
                s.Closed = s.WasWaitingWhenClosed = false;
                s.Answer ??= New(e.Conversation, kind, e.At);
                s.Closing ??= New(e.Conversation, TargetKind.Closing, e.At);
                s.Closing.IsPaused = false;
                break;
            case Kind.Answered:
                if (s.Answer is not null)
                    s.Answer.End = TargetEnd.Answered;
                s.Answer = null;
                s.EverAnswered = true;
                s.WasWaitingWhenClosed = false;
                if (s.Closing is not null)
                    s.Closing.IsPaused = true;
                break;
            case Kind.Closed or Kind.Deleted:
                s.WasWaitingWhenClosed = e.Kind == Kind.Closed && (s.Answer is not null || (s.Closed && s.WasWaitingWhenClosed));
                foreach (var row in new[] { s.Answer, s.Closing }.OfType<Row>())
                    row.End = e.Kind == Kind.Closed ? TargetEnd.Closed : TargetEnd.Withdrawn;
                s.Answer = s.Closing = null;
                s.Closed = true;
                break;
            case Kind.Reopened when s.Closed:
                s.Closing = New(e.Conversation, TargetKind.Closing, e.At);
                s.Answer = s.WasWaitingWhenClosed ? New(e.Conversation, kind, e.At) : null;
                s.Closing.IsPaused = s.Answer is null && s.EverAnswered;
                s.Closed = s.WasWaitingWhenClosed = false;
                break;
            case Kind.Merged when e.Other != e.Conversation:
                Merge(s, Of(e.Other), e.Other);
                break;
            case Kind.Split or Kind.SplitWithQuestion when e.Other != e.Conversation && Of(e.Other) is { Answer: null, Closing: null } o:
                Split(s, o, e);
                break;
        }
    }

    private void Merge(State gone, State target, Guid id)
    {
        Row? Keep(Row? mine, Row? theirs)
        {
            if (mine is null)
                return theirs;
            if (theirs is not null && theirs.Started <= mine.Started)
            {
                mine.End = TargetEnd.Moved;
                return theirs;
            }

            if (theirs is not null)
                theirs.End = TargetEnd.Moved;
            mine.End = TargetEnd.Moved;
            return New(id, mine.Kind, mine.Started, mine);
        }

        target.Answer = Keep(gone.Answer, target.Answer);
        target.Closing = Keep(gone.Closing, target.Closing);
        target.EverAnswered |= gone.EverAnswered;
        if (target.Closing is not null)
        {
            target.Closed = target.WasWaitingWhenClosed = false;
            target.Closing.IsPaused = target.Answer is null && (target.EverAnswered || target.Closing.IsPaused);
        }

        (gone.Answer, gone.Closing, gone.Closed, gone.WasWaitingWhenClosed) = (null, null, true, false);
    }

    private void Split(State s, State o, ConversationEvent e)
    {
        var question = e.Kind == Kind.SplitWithQuestion ? s.Answer : null;
        o.Closed = false;
        o.EverAnswered = s.EverAnswered;
        o.Closing = New(e.Other, TargetKind.Closing, question?.Started ?? e.At, question);
        if (question is null)
        {
            o.Closing.IsPaused = s.EverAnswered;
            return;
        }

        question.End = TargetEnd.Moved;
        o.Answer = New(e.Other, question.Kind, question.Started, question);
        s.Answer = null;
        if (s.Closing is not null)
            s.Closing.IsPaused = true;
    }
}
