using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Initiatives.Starts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Questions;

/// <summary>Shows what was asked and answered; takes a question from anyone, also a further one.</summary>
internal sealed class AskLeader(
    AppDb db, CurrentCaller caller, QuestionReading reading, Notify notify, IClock clock, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/questions", async (QuestionReading reading, CancellationToken cancellation) =>
            Answer.Page<QuestionsPage>((nameof(QuestionsPage.View), await reading.ListAsync("", "", [], cancellation)))).RequireAuthorization(Access.Member);
        routes.MapPost("/questions", (IFormCollection form, AskLeader use, CancellationToken cancellation) =>
            use.AskAsync(form.Text("leader"), form.Text("text").ReplaceLineEndings("\n"), cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/questions/{id:guid}/follow-ups", (Guid id, IFormCollection form, AskLeader use, CancellationToken cancellation) =>
            use.FollowAsync(id, form.Text("text").ReplaceLineEndings("\n"), cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> AskAsync(string leader, string text, CancellationToken cancellation)
    {
        var chosen = PersonPick.Find(await reading.LeadersAsync(cancellation), leader);
        var refusals = Refuse(text).ToList();
        if (chosen is null)
            refusals.Insert(0, new Refusal("leader", texts["Refused.Leader"]));
        if (refusals.Count > 0)
            return Answer.Refused<QuestionsPage>((nameof(QuestionsPage.View), await reading.ListAsync(leader, text, refusals, cancellation)));

        var me = caller.Required;
        return await PutAsync(LeaderQuestion.Ask(me.Organisation, me.Person, chosen!.Person, text, clock.GetCurrentInstant()), cancellation);
    }

    private async Task<IResult> FollowAsync(Guid id, string text, CancellationToken cancellation)
    {
        if (await reading.FindAsync(id, cancellation) is not { Follows: null, AnsweredAt: not null } first)
            return Results.NotFound();
        if (Refuse(text).ToList() is { Count: > 0 } refusals)
            return Answer.Refused<TalkPage>((nameof(TalkPage.View), await reading.ReadAsync(first, new TalkTyped(Text: text), refusals, cancellation)));
        return await PutAsync(first.AskFurther(caller.Required.Person, text, clock.GetCurrentInstant()), cancellation);
    }

    private async Task<IResult> PutAsync(LeaderQuestion question, CancellationToken cancellation)
    {
        db.Add(question);
        if (question.Leader != question.By)
            await notify.TellAsync(question.Leader, QuestionNotices.Asked(question, caller.Required.Name), cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther($"{reading.AddressOf(question)}#q-{question.Id}");
    }

    private IEnumerable<Refusal> Refuse(string text)
    {
        if (text.Length is 0 or > LeaderQuestion.LongestText)
            yield return new Refusal("text", text.Length == 0 ? texts["Refused.Empty"] : texts["Refused.Long", LeaderQuestion.LongestText]);
    }
}
