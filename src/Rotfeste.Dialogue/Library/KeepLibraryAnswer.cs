using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Library;

/// <summary>Add an answer to the library, change it, take it away.</summary>
internal sealed class KeepLibraryAnswer(
    AppDb db, LibraryForms forms, PublishCheck check, DueWork due, CurrentCaller caller, IStringLocalizer<Texts> texts, IClock clock)
{
    private static readonly LocalTime Morning = new(8, 0);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/library/new", (Guid? answer, KeepLibraryAnswer use, CancellationToken cancellation) =>
            use.NewAsync(answer, cancellation)).RequireAuthorization(Access.Answer);
        routes.MapGet("/library/{id:guid}", (Guid id, string? saved, KeepLibraryAnswer use, CancellationToken cancellation) =>
            use.ShowAsync(id, saved is not null, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/library", (IFormCollection form, KeepLibraryAnswer use, CancellationToken cancellation) =>
            use.AgainAsync(() => use.KeepAsync(null, LibraryInput.Of(form), cancellation))).RequireAuthorization(Access.Answer);
        routes.MapPost("/library/{id:guid}", (Guid id, IFormCollection form, KeepLibraryAnswer use, CancellationToken cancellation) =>
            use.AgainAsync(() => use.KeepAsync(id, LibraryInput.Of(form), cancellation))).RequireAuthorization(Access.Answer);
        routes.MapPost("/library/{id:guid}/removal", (Guid id, KeepLibraryAnswer use, CancellationToken cancellation) =>
            use.AgainAsync(() => use.RemoveAsync(id, cancellation))).RequireAuthorization(Access.Answer);
    }

    // A reader says that it helped, or a writer uses it, while it is changed.
    private Task<IResult> AgainAsync(Func<Task<IResult>> change) => db.OnWhatStandsAsync(change);

    private async Task<IResult> NewAsync(Guid? answer, CancellationToken cancellation)
    {
        var form = answer is { } given ? await forms.FromAnswerAsync(given, cancellation) : await forms.EmptyAsync(cancellation);
        return form is null ? Results.NotFound() : Answer.Page<LibraryAnswerPage>((nameof(LibraryAnswerPage.View), form));
    }

    private async Task<IResult> ShowAsync(Guid id, bool isSaved, CancellationToken cancellation)
    {
        if (await db.Set<LibraryAnswer>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellation) is not { } answer)
            return Results.NotFound();

        var form = await forms.OfAsync(answer, cancellation);
        return Answer.Page<LibraryAnswerPage>((nameof(LibraryAnswerPage.View), form with
        {
            IsSaved = isSaved,
            InTheWay = await check.OfAsync(answer, cancellation),
        }));
    }

    private async Task<IResult> KeepAsync(Guid? id, LibraryInput input, CancellationToken cancellation)
    {
        var answer = id is null ? null : await db.Set<LibraryAnswer>().FirstOrDefaultAsync(a => a.Id == id, cancellation);
        if (id is not null && answer is null)
            return Results.NotFound();

        var owners = await forms.OwnersAsync(cancellation);
        if (input.Read(owners) is not { } words)
        {
            return Answer.Refused<LibraryAnswerPage>((nameof(LibraryAnswerPage.View), await forms.WithAsync(
                answer, input, [.. input.Check(owners, texts)], cancellation)));
        }

        // What everybody reads stays as clean as it was when it was made public.
        if (answer is { PublicSince: not null }
            && (await check.OfWordsAsync(answer.From, words.Question, words.Text, cancellation)).FirstOrDefault(f => f.PassWords is null) is { } wrong)
        {
            return Answer.Refused<LibraryAnswerPage>((nameof(LibraryAnswerPage.View), await forms.WithAsync(
                answer, input, [new("text", wrong.Words)], cancellation)));
        }

        if (answer is null)
            db.Add(answer = LibraryAnswer.Of(caller.Required.Organisation, (await forms.GivenAsync(input.From, cancellation))?.Conversation.Id));
        answer.Keep(words, caller.Required.Person, clock.GetCurrentInstant());
        var job = new ReviewAnswerJob(answer.Organisation, answer.Id, words.ReviewOn);
        await due.ScheduleAsync(job, caller.Required.Zone.ResolveLocal(words.ReviewOn + Morning, NodaTime.TimeZones.Resolvers.LenientResolver).ToInstant(), job.Key, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To($"library/{answer.Id}?saved=yes"));
    }

    private async Task<IResult> RemoveAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<LibraryAnswer>().FirstOrDefaultAsync(a => a.Id == id, cancellation) is not { } answer)
            return Results.NotFound();

        db.Remove(answer);
        await due.WithdrawAsync<ReviewAnswerJob>(ReviewAnswerJob.KeyOf(id), cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("library"));
    }
}
