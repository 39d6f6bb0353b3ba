using Microsoft.AspNetCore.Http;
using Rotfeste.Initiatives.Starts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Questions;

/// <summary>The way in for every change of a question that this reader may read. One write from the first look to the save: two at once wait.</summary>
internal sealed class QuestionDoor(AppDb db, QuestionReading reading)
{
    /// <summary>Changes it and leads to its talk; a decision that is no null is answered instead, and nothing is saved.</summary>
    public async Task<IResult> ChangeAsync(Guid id, Func<LeaderQuestion, Task<IResult?>> decide, CancellationToken cancellation)
    {
        IResult? answer = Results.NotFound();
        await db.WriteAsync(
            async () =>
            {
                if (await reading.FindAsync(id, cancellation) is not { } question)
                    return;
                answer = await decide(question);
                if (answer is not null)
                    return;
                await db.SaveChangesAsync(cancellation);
                answer = Answer.SeeOther($"{reading.AddressOf(question)}#q-{question.Id}");
            },
            cancellation);
        return answer!;
    }

    /// <summary>The talk again, with what was typed and what to do.</summary>
    public async Task<IResult> RefuseAsync(LeaderQuestion question, TalkTyped typed, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var first = await reading.FirstOfAsync(question, cancellation);
        return Answer.Refused<TalkPage>((nameof(TalkPage.View), await reading.ReadAsync(first, typed, refusals, cancellation)));
    }
}
