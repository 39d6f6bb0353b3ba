using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Ideas;

/// <summary>Shows an idea; says whether one would like to, is able to and has the time; comments.</summary>
internal sealed class TalkAboutIdea(AppDb db, CurrentCaller caller, IdeaReading reading, IClock clock, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ideas/{id:guid}", (Guid id, TalkAboutIdea use, CancellationToken cancellation) =>
            use.ShowAsync(id, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/ideas/{id:guid}/voice", (Guid id, TalkAboutIdea use, IFormCollection form, CancellationToken cancellation) =>
            use.SayAsync(id, form, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/ideas/{id:guid}/comments", (Guid id, TalkAboutIdea use, IFormCollection form, CancellationToken cancellation) =>
            use.CommentAsync(id, form.Text("comment").ReplaceLineEndings("\n"), cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> ShowAsync(Guid id, CancellationToken cancellation) =>
        await reading.FindAsync(id, cancellation) is { } idea
            ? Answer.Page<IdeaPage>((nameof(IdeaPage.View), await reading.ReadAsync(idea, "", [], cancellation)))
            : Results.NotFound();

    private async Task<IResult> SayAsync(Guid id, IFormCollection form, CancellationToken cancellation)
    {
        if (await reading.FindAsync(id, cancellation) is not { } idea)
            return Results.NotFound();

        var me = caller.Required.Person;
        var voice = await db.Set<IdeaVoice>().FirstOrDefaultAsync(v => v.Idea == idea.Id && v.Person == me, cancellation);
        if (voice is null)
            db.Add(voice = IdeaVoice.Of(idea, me));
        if (form.Named<Declined>("declined") is { } declined and not Declined.None)
            voice.Decline(declined, clock.GetCurrentInstant());
        else
            voice.Say(form.Text("like") == "yes", form.Text("able") == "yes", form.Text("time") == "yes", clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(reading.AddressOf(idea.Id));
    }

    private async Task<IResult> CommentAsync(Guid id, string comment, CancellationToken cancellation)
    {
        if (await reading.FindAsync(id, cancellation) is not { } idea)
            return Results.NotFound();
        if (comment.Length is 0 or > IdeaComment.LongestText)
        {
            var refusal = new Refusal("comment", comment.Length == 0 ? texts["Refused.Comment"] : texts["Refused.Long", IdeaComment.LongestText]);
            return Answer.Refused<IdeaPage>((nameof(IdeaPage.View), await reading.ReadAsync(idea, comment, [refusal], cancellation)));
        }

        db.Add(IdeaComment.On(idea, caller.Required.Person, comment, clock.GetCurrentInstant()));
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(reading.AddressOf(idea.Id));
    }
}
