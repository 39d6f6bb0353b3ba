using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Initiatives.Starts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Questions;

/// <summary>
/// Leaves a question to another leader, who answers by name: by the one it lies with, or by whoever asked where that leader has left.
/// It goes to leaders alone: to find out what to answer one asks whomever one likes, but answering is not delegated away.
/// </summary>
internal sealed class HandQuestionOn(
    CurrentCaller caller, QuestionDoor door, QuestionReading reading, Notify notify, IClock clock, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/questions/{id:guid}/handover", (Guid id, IFormCollection form, HandQuestionOn use, CancellationToken cancellation) =>
            use.HandleAsync(id, form.Text($"to.{id}"), cancellation)).RequireAuthorization(Access.Member);

    private Task<IResult> HandleAsync(Guid id, string to, CancellationToken cancellation) => door.ChangeAsync(
        id,
        async question =>
        {
            if (!await reading.MayHandOnAsync(question, cancellation))
                return Answer.SeeOther(reading.AddressOf(question));
            var chosen = PersonPick.Find(await reading.AllLeadersAsync(cancellation), to);
            if (Refuse(question, chosen) is { } refusal)
                return await door.RefuseAsync(question, new TalkTyped(To: to), [new Refusal($"to.{id}", refusal)], cancellation);

            var me = caller.Required;
            question.HandOn(me.Person, chosen!.Person, clock.GetCurrentInstant());
            await notify.TakeBackAsync(QuestionNotices.KeyOf(question), cancellation);
            await notify.TellAsync(chosen.Person, QuestionNotices.Asked(question, await reading.NameAsync(question.By, cancellation)), cancellation);
            if (question.By != me.Person)
                await notify.TellAsync(question.By, QuestionNotices.Handed(question, me.Name, chosen.Name), cancellation);
            return null;
        },
        cancellation);

    private string? Refuse(LeaderQuestion question, Colleague? chosen)
    {
        if (chosen is null || chosen.Person == question.Leader)
            return texts["Refused.Hand"];
        if (chosen.Person == question.By)
            return texts["Refused.Hand.Asker", chosen.Name];
        return question.HasBeenWith(chosen.Person) ? texts["Refused.Hand.Round", chosen.Name].Value : null;
    }
}
