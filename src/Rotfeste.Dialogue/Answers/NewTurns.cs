using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Composers;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Dialogue.Turns;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Answers;

/// <summary>What came into a conversation after a page was opened: their posts, and colleagues' answers.</summary>
internal sealed class NewTurns(
    AppDb db, Posts posts, Colleagues colleagues, PrivateReading privates, CurrentCaller caller, IStringLocalizer<Texts> texts, IClock clock)
{
    /// <summary>The question to ask before sending; null when nothing came.</summary>
    public async Task<QuestionView?> SinceAsync(Conversation conversation, int seen, CancellationToken cancellation)
    {
        if (seen >= conversation.LastNumber)
            return null;

        var me = caller.Required.Person;
        var theirs = conversation.PostsAfter(seen).Select(p => p.Post).ToList();
        var ours = await db.Set<WrittenAnswer>().AsNoTracking()
            .Where(a => a.Conversation == conversation.Id && a.Number > seen && a.By != me
                && (a.State == AnswerState.Ordered || a.State == AnswerState.Sent))
            .OrderBy(a => a.Number).ToListAsync(cancellation);
        return (theirs.Count, ours.Count) switch
        {
            (0, 0) => null,
            (> 0, _) => await AboutTheirsAsync(conversation, theirs, cancellation),
            _ => await AboutOursAsync(ours, cancellation),
        };
    }

    private async Task<QuestionView> AboutTheirsAsync(Conversation conversation, List<PostId> theirs, CancellationToken cancellation)
    {
        var found = await posts.FindAsync(theirs, cancellation);
        var words = new PostWords(
            conversation, null, new Dictionary<string, string?>(), _ => null,
            await privates.SightAsync(conversation, caller.Required.Person, cancellation));
        var views = found.Values.Select(words.Of).OrderBy(p => p.At).ToList();
        var name = views.Select(v => v.Name).FirstOrDefault(n => n is not null);
        return new QuestionView(name is null ? texts["Moved.Somebody"] : texts["Moved.On", name], views);
    }

    private async Task<QuestionView> AboutOursAsync(List<WrittenAnswer> ours, CancellationToken cancellation)
    {
        var names = await colleagues.FindAsync([.. ours.Select(a => a.By).Distinct()], cancellation);
        var reader = caller.Required;
        var now = clock.GetCurrentInstant();
        var views = ours.Select(a => AnswerWords.Of(a, null, names.GetValueOrDefault(a.By)?.Name ?? "", "bluesky", reader, now)).ToList();
        var last = ours[^1];
        return new QuestionView(
            texts["Moved.Colleague", views[^1].ByName, SaidTime.Of(last.WrittenAt, reader, now)], views);
    }
}
