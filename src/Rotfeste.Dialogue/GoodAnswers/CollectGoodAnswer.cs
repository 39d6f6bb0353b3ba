using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.GoodAnswers;

/// <summary>Collect an answer as a good example, with why; take one's own word back.</summary>
internal sealed class CollectGoodAnswer(AppDb db, ConversationDoor door, GoodAnswerReading reading, CurrentCaller caller, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/good-answers", (Guid? like, CollectGoodAnswer use, CancellationToken cancellation) =>
            use.ShowAsync(like, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/good-answers", ([FromForm] Guid? answer, [FromForm] string? why, CollectGoodAnswer use, CancellationToken cancellation) =>
            use.CollectAsync(answer ?? Guid.Empty, Shortened.Of(why?.Trim() ?? "", GoodAnswer.LongestWhy - 1), cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/good-answers/{id:guid}/removal", (Guid id, CollectGoodAnswer use, CancellationToken cancellation) =>
            use.RemoveAsync(id, cancellation)).RequireAuthorization(Access.Answer);
    }

    private async Task<IResult> ShowAsync(Guid? like, CancellationToken cancellation) =>
        Answer.Page<GoodAnswersPage>((nameof(GoodAnswersPage.View), await reading.ReadAsync(like, cancellation)));

    private async Task<IResult> CollectAsync(Guid id, string why, CancellationToken cancellation)
    {
        var wanted = AnswerId.From(id);
        if (await db.Set<WrittenAnswer>().FirstOrDefaultAsync(a => a.Id == wanted && a.State == AnswerState.Sent, cancellation) is not { } answer
            || await door.LookAsync(answer.Conversation.Value, cancellation) is null)
            return Results.NotFound();

        var me = caller.Required.Person;
        if (!await db.Set<GoodAnswer>().AnyAsync(g => g.Answer == wanted && g.By == me, cancellation))
        {
            db.Add(GoodAnswer.Of(answer, why, me, clock.GetCurrentInstant()));
            await db.SaveChangesAsync(cancellation);
        }

        return Answer.SeeOther(caller.Required.To("good-answers"));
    }

    private async Task<IResult> RemoveAsync(Guid id, CancellationToken cancellation)
    {
        var me = caller.Required.Person;
        if (await db.Set<GoodAnswer>().FirstOrDefaultAsync(g => g.Id == id && g.By == me, cancellation) is not { } good)
            return Results.NotFound();

        db.Remove(good);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("good-answers"));
    }
}
