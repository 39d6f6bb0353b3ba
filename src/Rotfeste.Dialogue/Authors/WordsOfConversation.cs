using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Criticism;
using Rotfeste.Dialogue.Drafts;
using Rotfeste.Dialogue.GoodAnswers;
using Rotfeste.Dialogue.Library;
using Rotfeste.Dialogue.Notes;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Dialogue.Pictures;
using Rotfeste.Dialogue.Programs;
using Rotfeste.Dialogue.SecondLooks;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Authors;

/// <summary>The words that Dialogue itself holds about a conversation, and how they go, in the caller's unit of work.</summary>
internal sealed class WordsOfConversation(AppDb db, Items items, DueWork due, IClock clock)
{
    /// <summary>
    /// What was never said: drafts, what lies beside them, what colleagues said to each other about it, and by which requests programs answered.
    /// </summary>
    public async Task ForgetUnsaidAsync(Conversation conversation, CancellationToken cancellation)
    {
        var id = conversation.Id;
        db.RemoveRange(await db.Set<Draft>().Where(d => d.Conversation == id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<SecondLook>().Where(l => l.Conversation == id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<Note>().Where(n => n.Conversation == id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<Silence>().Where(s => s.Conversation == id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<RepeatedReply>().Where(r => r.Conversation == id).ToListAsync(cancellation));
        await ForgetPicturesAsync(await db.Set<AnswerPicture>().Where(p => p.Conversation == id && p.Answer == null).ToListAsync(cancellation), cancellation);
    }

    /// <summary>Our own words stay, without whom they were said to; what did not go out never will.</summary>
    public async Task ForgetAddresseeAsync(Conversation conversation, IReadOnlyList<string> names, OwnNumbers own, CancellationToken cancellation)
    {
        foreach (var answer in await SettledAsync(conversation, cancellation))
            answer.Rewrite(TakenOut.Of(answer.Text, names, own).Text, answer.Signature);
    }

    /// <summary>Our own words go too: their time is over. That we answered, who and when, stays.</summary>
    public async Task ForgetSaidAsync(Conversation conversation, CancellationToken cancellation)
    {
        foreach (var answer in await SettledAsync(conversation, cancellation))
            answer.Rewrite("", "");
        db.RemoveRange(await db.Set<GoodAnswer>().Where(g => g.Conversation == conversation.Id).ToListAsync(cancellation));
        await ForgetPicturesAsync(await db.Set<AnswerPicture>().Where(p => p.Conversation == conversation.Id && p.Answer != null).ToListAsync(cancellation), cancellation);
    }

    // What is on its way is let go: it is public in a moment, and settled when one asks again.
    private async Task<IReadOnlyList<WrittenAnswer>> SettledAsync(Conversation conversation, CancellationToken cancellation)
    {
        var settled = new List<WrittenAnswer>();
        foreach (var answer in await db.Set<WrittenAnswer>().Where(a => a.Conversation == conversation.Id).ToListAsync(cancellation))
        {
            if (!await items.ForgetWordsAsync(answer.Order, cancellation) && !answer.IsByHand)
                continue;

            settled.Add(answer);
            if (answer.State != AnswerState.Refused)
                continue;
            answer.WasTakenBack();
            conversation.AnswerWasTakenBack(answer.Order, clock.GetCurrentInstant());
        }

        return settled;
    }

    private async Task ForgetPicturesAsync(List<AnswerPicture> pictures, CancellationToken cancellation)
    {
        if (pictures.Count == 0)
            return;

        db.RemoveRange(pictures);
        await due.ScheduleAsync(ForgetPictureFilesJob.Of(pictures[0].Organisation, pictures), clock.GetCurrentInstant(), key: null, cancellation);
    }
}
