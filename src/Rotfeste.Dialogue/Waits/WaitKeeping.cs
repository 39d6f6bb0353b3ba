using Microsoft.EntityFrameworkCore;
using Rotfeste.Analysis.Targets;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Waits;

/// <summary>Keeps the waits of a conversation as its history says, in the caller's unit of work.</summary>
internal sealed class WaitKeeping(AppDb db, Colleagues colleagues)
{
    /// <param name="conversation">Whose.</param>
    /// <param name="times">All that its history gives.</param>
    /// <param name="cancellation">To stop it.</param>
    public async Task KeepAsync(Conversation conversation, IEnumerable<TargetTime> times, CancellationToken cancellation)
    {
        var left = await StandingAsync(conversation, cancellation);
        foreach (var time in times.Where(t => t.Conversation == conversation.Id.Value && t.Kind != TargetKind.Closing))
        {
            // Merged and parted again, a question has a wait for each conversation it was in: each keeps its own.
            var wait = left.Find(w => w.IsOf(time) && w.Stands(time)) ?? left.Find(w => w.IsOf(time));
            if (wait is null)
                db.Add(wait = Wait.Of(conversation, time));
            else if (left.Remove(wait) && wait.Stands(time))
                continue;
            else
                wait.Renew(time);

            await NameAsync(wait, cancellation);
        }

        db.RemoveRange(left);
    }

    private async Task<List<Wait>> StandingAsync(Conversation conversation, CancellationToken cancellation)
    {
        var id = conversation.Id;
        if (db.Entry(conversation).State != EntityState.Added)
            await db.Set<Wait>().Where(w => w.Conversation == id).LoadAsync(cancellation);
        return [.. db.Set<Wait>().Local.Where(w => w.Conversation == id)];
    }

    // An answer and its event carry the same moment.
    private async Task NameAsync(Wait wait, CancellationToken cancellation)
    {
        if (wait.End != TargetEnd.Answered)
        {
            wait.WasAnsweredBy(null, null);
            return;
        }

        var id = wait.Conversation;
        if (Answer() is null)
            await db.Set<WrittenAnswer>().Where(a => a.Conversation == id && a.State == AnswerState.Sent).LoadAsync(cancellation);
        var by = Answer()?.By;
        var unit = by is { } person ? (await colleagues.FindAsync([person], cancellation)).GetValueOrDefault(person)?.Unit : null;
        wait.WasAnsweredBy(by, unit);

        WrittenAnswer? Answer() => db.Set<WrittenAnswer>().Local.FirstOrDefault(a => a.Conversation == id && a.SentAt == wait.EndedAt);
    }
}
