using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Library;
using Rotfeste.Dialogue.Listings;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Unusual;

/// <summary>Reads the page of the unusual situation.</summary>
internal sealed class SituationForms(
    AppDb db, InboxQuery query, UsableChannels channels, Posts posts, PrivateReading privates, Colleagues colleagues, CurrentCaller caller)
{
    private const int MostWaiting = 200;
    private const int MostSame = 50;
    private const int MostPast = 10;
    private const int MostText = 200;

    public async Task<UnusualView> ReadAsync(
        UnusualSituation? now, SituationWords? typed, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var me = caller.Required;
        var people = (await colleagues.AllAsync(cancellation)).Select(c => new OwnerView(c.Person.Value, c.Name)).ToList();
        var words = typed ?? (now is null ? new SituationWords("", me.Person, "", "", true) : new(now.Title, now.Lead, now.OnCall, now.Agreed, now.HoldsPublishing));
        var (asked, answered) = now is null ? (0, 0) : await CountAsync(now.BeganAt, null, cancellation);
        return new UnusualView(
            now?.Id, words.Title, words.Lead.Value, people.Find(p => p.Person == words.Lead.Value)?.Name ?? "", words.OnCall, words.Agreed,
            words.HoldsPublishing, now?.BeganAt, asked, answered, people, now is null ? [] : await SameAsync(now, cancellation),
            await PastAsync(cancellation), refusals)
        {
            MayLead = me.May.Contains(Access.Lead),
            MayAnswer = me.May.Contains(Access.Answer),
        };
    }

    // What waits since it began and has a word in common with what it is about.
    private async Task<IReadOnlyList<SameQuestionView>> SameAsync(UnusualSituation now, CancellationToken cancellation)
    {
        var sight = await channels.OfAsync(caller.Required, cancellation);
        var waiting = await query.Seen(caller.Required, sight).Where(c => c.State == ConversationState.WaitingForUs && c.WaitingSince >= now.BeganAt && c.Order == null)
            .OrderBy(c => c.Place).Take(MostWaiting).Select(c => new { c.Id, c.LastPost, c.LastNumber }).ToListAsync(cancellation);
        var said = await posts.FindAsync([.. waiting.Select(w => w.LastPost)], cancellation);
        var rules = await privates.RulesAsync(cancellation);
        var about = $"{now.Title} {now.Agreed}";
        return
        [
            .. waiting.Select(w => (Waiting: w, Post: said.GetValueOrDefault(w.LastPost)))
                .Where(w => w.Post is { Erased: null } && Likely.HaveInCommon(w.Post.Post.Text, about)).Take(MostSame)
                .Select(w => new SameQuestionView(
                    w.Waiting.Id.Value, w.Waiting.LastNumber, NetworkNames.Of(w.Post!.Post.Author),
                    Shortened.Of(rules.AtAGlance(w.Post.Post.Text, w.Waiting.Id).Text, MostText))),
        ];
    }

    private async Task<IReadOnlyList<PastView>> PastAsync(CancellationToken cancellation)
    {
        var past = await db.Set<UnusualSituation>().AsNoTracking().Where(s => s.EndedAt != null).OrderByDescending(s => s.BeganAt).Take(MostPast).ToListAsync(cancellation);
        var views = new List<PastView>();
        foreach (var one in past)
        {
            var (asked, answered) = await CountAsync(one.BeganAt, one.EndedAt, cancellation);
            views.Add(new PastView(one.Id, one.Title, one.BeganAt, one.EndedAt!.Value, asked, answered, one.LookBack));
        }

        return views;
    }

    private async Task<(int Asked, int Answered)> CountAsync(Instant from, Instant? until, CancellationToken cancellation)
    {
        var end = until ?? Instant.FromUtc(9999, 1, 1, 0, 0);
        var asked = await db.Set<ConversationPost>().Where(p => p.At >= from && p.At <= end).Select(p => p.Conversation).Distinct().CountAsync(cancellation);
        var answered = await db.Set<WrittenAnswer>().Where(a => a.State == AnswerState.Sent && a.SentAt >= from && a.SentAt <= end).CountAsync(cancellation);
        return (asked, answered);
    }
}
