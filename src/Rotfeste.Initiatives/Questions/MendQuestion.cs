using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Questions;

/// <summary>Who asked puts it in better words or takes it back while it waits, and erases it once it is answered.</summary>
internal sealed class MendQuestion(
    AppDb db, CurrentCaller caller, QuestionDoor door, QuestionReading reading, Notify notify, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/questions/{id:guid}/text", (Guid id, IFormCollection form, MendQuestion use, CancellationToken cancellation) =>
            use.ChangeAsync(id, question => use.MendAsync(question, form.Text($"text.{id}").ReplaceLineEndings("\n"), cancellation), cancellation))
            .RequireAuthorization(Access.Member);
        routes.MapPost("/questions/{id:guid}/withdrawal", (Guid id, MendQuestion use, CancellationToken cancellation) =>
            use.ChangeAsync(id, question => use.WithdrawAsync(question, cancellation), cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/questions/{id:guid}/erasure", (Guid id, MendQuestion use, CancellationToken cancellation) =>
            use.ChangeAsync(id, Erase, cancellation)).RequireAuthorization(Access.Member);
    }

    private Task<IResult> ChangeAsync(Guid id, Func<LeaderQuestion, Task<IResult?>> decide, CancellationToken cancellation) => door.ChangeAsync(
        id, question => question.By == caller.Required.Person ? decide(question) : Task.FromResult<IResult?>(Results.NotFound()), cancellation);

    private async Task<IResult?> MendAsync(LeaderQuestion question, string text, CancellationToken cancellation)
    {
        if (Refuse(question, text) is { } refusal)
            return await door.RefuseAsync(question, new TalkTyped(Mended: text), [new Refusal($"text.{question.Id}", refusal)], cancellation);
        question.Mend(text);
        return null;
    }

    private async Task<IResult?> WithdrawAsync(LeaderQuestion question, CancellationToken cancellation)
    {
        if (question.AnsweredAt is not null)
            return null;
        db.Remove(question);
        await notify.TakeBackAsync(QuestionNotices.KeyOf(question), cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(question.Follows is null ? caller.Required.To("questions") : reading.AddressOf(question));
    }

    private static Task<IResult?> Erase(LeaderQuestion question)
    {
        question.Erase();
        return Task.FromResult<IResult?>(null);
    }

    private string? Refuse(LeaderQuestion question, string text)
    {
        if (question.AnsweredAt is not null)
            return texts["Refused.Mend"];
        if (text.Length is 0 or > LeaderQuestion.LongestText)
            return text.Length == 0 ? texts["Refused.Empty"] : texts["Refused.Long", LeaderQuestion.LongestText];
        return null;
    }
}
