using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Library;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.GoodAnswers;

/// <summary>An answer that a colleague found good.</summary>
/// <param name="Id">Which.</param>
/// <param name="Conversation">Where it was given.</param>
/// <param name="Question">What it answers, or null once erased.</param>
/// <param name="Text">The answer.</param>
/// <param name="WriterName">Whose it is.</param>
/// <param name="Why">Why it is good.</param>
/// <param name="ByName">Who says so.</param>
/// <param name="IsMine">The reader said so.</param>
public sealed record GoodAnswerView(Guid Id, Guid Conversation, string? Question, string Text, string WriterName, string Why, string ByName, bool IsMine);

/// <summary>Good answers, newest first, and what the reader alone sees of the own ones.</summary>
/// <param name="Rows">Those like the one asked about come first.</param>
/// <param name="OwnSent">Own answers of the last three months.</param>
/// <param name="OwnAnswered">Of those, how many somebody wrote after.</param>
public sealed record GoodAnswersView(IReadOnlyList<GoodAnswerView> Rows, int OwnSent, int OwnAnswered);

/// <summary>Reads good answers from the accounts that the reader may see.</summary>
internal sealed class GoodAnswerReading(
    AppDb db, UsableChannels channels, Posts posts, PrivateReading privates, Colleagues colleagues, CurrentCaller caller, IClock clock)
{
    private const int Most = 100;
    private const int MostText = 300;
    private static readonly Duration Back = Duration.FromDays(90);

    public async Task<GoodAnswersView> ReadAsync(Guid? like, CancellationToken cancellation)
    {
        var me = caller.Required;
        var seen = (await channels.OfAsync(me, cancellation)).Seen.ToList();
        var rows = await (
            from good in db.Set<GoodAnswer>().AsNoTracking()
            join answer in db.Set<WrittenAnswer>() on good.Answer equals answer.Id
            join conversation in db.Set<Conversation>() on good.Conversation equals conversation.Id
            where seen.Contains(conversation.Channel)
            orderby good.At descending
            select new { good, answer.Text, Writer = answer.By, conversation.LastPost }).Take(Most).ToListAsync(cancellation);
        var said = await posts.FindAsync([.. rows.Select(r => r.LastPost).Distinct()], cancellation);
        var names = await colleagues.FindAsync([.. rows.SelectMany(r => (PersonId[])[r.good.By, r.Writer]).Distinct()], cancellation);
        var rules = await privates.RulesAsync(cancellation);
        var views = rows.Select(r => new GoodAnswerView(
            r.good.Id, r.good.Conversation.Value,
            said.GetValueOrDefault(r.LastPost) is { Erased: null } post ? Shortened.Of(rules.AtAGlance(post.Post.Text, r.good.Conversation).Text, MostText) : null,
            r.Text, names.GetValueOrDefault(r.Writer)?.Name ?? "", r.good.Why, names.GetValueOrDefault(r.good.By)?.Name ?? "", r.good.By == me.Person));
        var about = await AboutAsync(like, cancellation);
        var (sent, answered) = await OwnAsync(me.Person, cancellation);
        return new GoodAnswersView([.. about is null ? views : views.OrderByDescending(v => Likely.HaveInCommon($"{v.Question} {v.Text}", about))], sent, answered);
    }

    private async Task<string?> AboutAsync(Guid? like, CancellationToken cancellation)
    {
        var wanted = AnswerId.From(like ?? Guid.Empty);
        return like is null ? null : await db.Set<WrittenAnswer>().Where(a => a.Id == wanted).Select(a => a.Text).FirstOrDefaultAsync(cancellation);
    }

    private async Task<(int Sent, int Answered)> OwnAsync(PersonId person, CancellationToken cancellation)
    {
        var since = clock.GetCurrentInstant() - Back;
        var own = db.Set<WrittenAnswer>().Where(a => a.By == person && a.State == AnswerState.Sent && a.SentAt >= since);
        return (
            await own.CountAsync(cancellation),
            await own.CountAsync(a => db.Set<ConversationPost>().Any(p => p.Conversation == a.Conversation && p.At > a.SentAt), cancellation));
    }
}
