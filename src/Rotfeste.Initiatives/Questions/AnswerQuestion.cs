using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Questions;

/// <summary>Shows a talk; the leader it lies with answers in it, by name.</summary>
internal sealed class AnswerQuestion(
    CurrentCaller caller, QuestionDoor door, QuestionReading reading, Notify notify, IClock clock, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/questions/{id:guid}", (Guid id, AnswerQuestion use, CancellationToken cancellation) =>
            use.ShowAsync(id, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/questions/{id:guid}/answer", (Guid id, IFormCollection form, AnswerQuestion use, CancellationToken cancellation) =>
            use.AnswerAsync(id, form.Text("answer").ReplaceLineEndings("\n"), cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> ShowAsync(Guid id, CancellationToken cancellation) =>
        await reading.FindAsync(id, cancellation) is { Follows: null } first
            ? Answer.Page<TalkPage>((nameof(TalkPage.View), await reading.ReadAsync(first, TalkTyped.Nothing, [], cancellation)))
            : Results.NotFound();

    private Task<IResult> AnswerAsync(Guid id, string answer, CancellationToken cancellation) => door.ChangeAsync(
        id,
        async question =>
        {
            if (question.Leader != caller.Required.Person)
                return Results.NotFound();
            if (Refuse(question, answer) is { } refusal)
                return await door.RefuseAsync(question, new TalkTyped(Answer: answer), [refusal], cancellation);

            question.AnswerWith(answer, clock.GetCurrentInstant());
            await notify.TakeBackAsync(QuestionNotices.KeyOf(question), cancellation);
            if (question.By != question.Leader)
                await notify.TellAsync(question.By, QuestionNotices.Answered(question, caller.Required.Name), cancellation);
            return null;
        },
        cancellation);

    private Refusal? Refuse(LeaderQuestion question, string answer)
    {
        if (question.AnsweredAt is not null)
            return new Refusal("answer", texts["Refused.Answered"]);
        if (answer.Length is 0 or > LeaderQuestion.LongestAnswer)
            return new Refusal("answer", answer.Length == 0 ? texts["Refused.Answer"] : texts["Refused.Long", LeaderQuestion.LongestAnswer]);
        return null;
    }
}
