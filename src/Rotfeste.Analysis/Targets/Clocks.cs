using NodaTime;

namespace Rotfeste.Analysis.Targets;

/// <summary>The times of one conversation, and how events start, pause and end them.</summary>
internal sealed class Clocks(Guid conversation, Action<Clock> keep)
{
    private Clock? _answer;
    private Clock? _closing;
    private bool _hasBeenAnswered;
    private bool _isClosed;

    // Closed before anybody answered it: it waits again should the conversation be reopened.
    private bool _isUnanswered;

    private Guid Conversation => conversation;

    public void Take(ConversationEvent happened)
    {
        switch (happened.Kind)
        {
            case ConversationEventKind.Asked:
                Ask(happened.At, happened.Since ?? happened.At);
                break;
            case ConversationEventKind.Answered:
                Answer(happened.At);
                break;
            case ConversationEventKind.Closed:
                _isUnanswered = _answer is not null || (_isClosed && _isUnanswered);
                End(happened.At, TargetEnd.Closed);
                break;
            case ConversationEventKind.Reopened:
                Reopen(happened.At);
                break;
            case ConversationEventKind.Deleted:
                _isUnanswered = false;
                End(happened.At, TargetEnd.Withdrawn);
                break;
        }
    }

    public void Reshape(ConversationEvent happened, Clocks other)
    {
        if (ReferenceEquals(this, other))
            return;
        if (happened.Kind == ConversationEventKind.Merged)
            MergeInto(other, happened.At);
        else
            SplitOff(other, happened.At, happened.Kind == ConversationEventKind.SplitWithQuestion);
    }

    private void Ask(Instant at, Instant since)
    {
        (_isClosed, _isUnanswered) = (false, false);
        _answer ??= Started(_hasBeenAnswered ? TargetKind.NextAnswer : TargetKind.FirstAnswer, since);
        _closing ??= Started(TargetKind.Closing, since);
        _closing.Resume(at);
    }

    private void Answer(Instant at)
    {
        _answer?.Stop(at, TargetEnd.Answered);
        (_answer, _hasBeenAnswered, _isUnanswered) = (null, true, false);
        _closing?.Pause(at);
    }

    private void End(Instant at, TargetEnd end)
    {
        _answer?.Stop(at, end);
        _closing?.Stop(at, end);
        (_answer, _closing, _isClosed) = (null, null, true);
    }

    private void Reopen(Instant at)
    {
        if (!_isClosed)
            return;
        var waits = _isUnanswered;
        (_isClosed, _isUnanswered) = (false, false);
        _closing = Started(TargetKind.Closing, at);
        if (waits)
            _answer = Started(_hasBeenAnswered ? TargetKind.NextAnswer : TargetKind.FirstAnswer, at);
        else if (_hasBeenAnswered)
            _closing.Pause(at);
    }

    private void MergeInto(Clocks other, Instant at)
    {
        other._answer = Longer(_answer, other._answer, other, at);
        other._closing = Longer(_closing, other._closing, other, at);
        other._hasBeenAnswered |= _hasBeenAnswered;
        if (other._closing is not null)
            (other._isClosed, other._isUnanswered) = (false, false);
        // The joined conversation waits for the other side only if no question is open.
        if (other._answer is not null)
            other._closing?.Resume(at);
        else if (other._hasBeenAnswered)
            other._closing?.Pause(at);
        (_answer, _closing, _isClosed, _isUnanswered) = (null, null, true, false);
    }

    private void SplitOff(Clocks other, Instant at, bool withQuestion)
    {
        if (other._closing is not null || other._answer is not null)
            return;
        var question = withQuestion ? _answer : null;
        other._isClosed = false;
        other._hasBeenAnswered = _hasBeenAnswered;
        other._closing = other.Started(TargetKind.Closing, question?.Started ?? at);
        if (question is not null)
        {
            other._answer = question.Move(other.Conversation, at);
            keep(other._answer);
            _answer = null;
            _closing?.Pause(at);
        }
        else if (_hasBeenAnswered)
        {
            other._closing.Pause(at);
        }
    }

    // Of two times the one that has run longer goes on in the target; the other ends here, its question answered together with it.
    private Clock? Longer(Clock? mine, Clock? theirs, Clocks target, Instant at)
    {
        if (mine is null)
            return theirs;
        if (theirs is not null && theirs.Started <= mine.Started)
        {
            mine.Stop(at, TargetEnd.Moved);
            return theirs;
        }

        theirs?.Stop(at, TargetEnd.Moved);
        var moved = mine.Move(target.Conversation, at);
        keep(moved);
        return moved;
    }

    private Clock Started(TargetKind kind, Instant at)
    {
        var clock = new Clock(conversation, kind, at);
        keep(clock);
        return clock;
    }
}
