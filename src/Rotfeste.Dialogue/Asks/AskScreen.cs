using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Composers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Harassment;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Dialogue.Turns;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Asks;

/// <summary>The pages of one's own questions. The one who is asked sees the question, also where its account is another unit's.</summary>
internal sealed class AskScreen(
    AppDb db, Posts posts, PrivateReading privates, CoveredReading covered, QuestionReading questions, UsableChannels channels, AnswerSigning signing,
    AskedPost asked, Colleagues colleagues, CurrentCaller caller, IClock clock)
{
    private const int Most = 100;
    private const int MostBeginning = 120;
    private static readonly Duration Year = Duration.FromDays(365);

    public async Task<IResult> ListAsync(CancellationToken cancellation)
    {
        var me = caller.Required;
        var open = await db.Set<Ask>().AsNoTracking().Where(a => a.Organisation == me.Organisation && a.Asked == me.Person && a.State == AskState.Open)
            .OrderBy(a => a.At).Take(Most).ToListAsync(cancellation);
        var conversations = await ConversationsAsync([.. open.Select(a => a.Conversation)], cancellation);
        var wanted = open.Where(a => Ask.IsWanted(conversations[a.Conversation])).ToList();
        var words = await posts.FindAsync([.. wanted.Select(a => conversations[a.Conversation].LastPost)], cancellation);
        var (rules, hidden) = (await privates.RulesAsync(cancellation), await covered.AllAsync(cancellation));
        return Answer.Page<AskListPage>((nameof(AskListPage.View), new AskListView([.. wanted.Select(a => new AskRowView(
            a.Id, a.Subject,
            words.GetValueOrDefault(conversations[a.Conversation].LastPost) is { Erased: null } post && !hidden.Contains(a.Conversation)
                ? Shortened.Of(rules.AtAGlance(post.Post.Text, a.Conversation).Text, MostBeginning) : "",
            a.At))], await HelpedAsync(me, cancellation))));
    }

    private Task<int> HelpedAsync(Caller me, CancellationToken cancellation)
    {
        var since = clock.GetCurrentInstant() - Year;
        return db.Set<Ask>().CountAsync(
            a => a.Organisation == me.Organisation && a.Asked == me.Person && (a.State == AskState.Answered || a.State == AskState.FactGiven) && a.At >= since,
            cancellation);
    }

    public async Task<IResult> ShowAsync(Ask ask, int status, string text, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var conversation = (await ConversationsAsync([ask.Conversation], cancellation))[ask.Conversation];
        var by = (await colleagues.FindAsync([ask.By], cancellation)).GetValueOrDefault(ask.By)?.Name ?? "";
        return Answer.PageWithStatus<AskPage>(status, (nameof(AskPage.View), new AskView(
            ask.Id, conversation.Id.Value, by, ask.Subject, await questions.OfAsync(conversation, cancellation), text, refusals)
            {
                Own = await OwnAsync(conversation, text, cancellation),
                IsWanted = Ask.IsWanted(conversation),
                Fact = ask.State == AskState.FactGiven ? ask.Fact : null,
                HasGoneOn = ask.State is AskState.NotMe or AskState.NotNow or AskState.WentOn,
            }));
    }

    private async Task<Dictionary<ConversationId, Conversation>> ConversationsAsync(List<ConversationId> ids, CancellationToken cancellation) =>
        await db.Set<Conversation>().AsNoTracking().Include(c => c.Posts).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);

    private async Task<OwnAnswerView?> OwnAsync(Conversation conversation, string text, CancellationToken cancellation)
    {
        var me = caller.Required;
        var sight = await channels.OfAsync(me, cancellation);
        if (!me.May.Contains(Access.Answer) || !(conversation.IsByHand || sight.MayAnswerFrom(asked.ChannelOf(conversation))))
            return null;

        var question = await asked.OfAsync(conversation, cancellation);
        var signature = await signing.OfAsync(me, conversation, question, cancellation);
        return new OwnAnswerView(
            conversation.LastNumber, signature.Text, signature.MustAsk,
            sight.CardOf(asked.ChannelOf(conversation)) is { } card ? RoomOf(question, card, text, signature.Text) : null,
            AnswerText.EndingOf(signature.Text));
    }

    private static RoomView RoomOf(NetworkPost? question, ChannelCard card, string text, string signature)
    {
        var size = AnswerText.Measure(card, question, text, signature);
        return new RoomView(size.MostGraphemes, size.MostBytes, size.Graphemes)
        {
            Before = AnswerText.Measure(card, question, "", "").Graphemes,
            Link = TextRules.LimitsOf(card).LettersPerLink,
        };
    }
}
