using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Ideas;

/// <summary>Shows all ideas and takes a new one: one field, one button.</summary>
internal sealed class PutUpIdea(
    AppDb db, CurrentCaller caller, IdeaReading reading, FactLog facts, IClock clock, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ideas", async (IdeaReading reading, CancellationToken cancellation) =>
            Answer.Page<IdeasPage>((nameof(IdeasPage.View), await reading.ListAsync("", [], cancellation)))).RequireAuthorization(Access.Member);
        routes.MapPost("/ideas", (PutUpIdea use, IFormCollection form, CancellationToken cancellation) =>
            use.HandleAsync(form.Text("text").ReplaceLineEndings("\n"), cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> HandleAsync(string text, CancellationToken cancellation)
    {
        if (text.Length is 0 or > Idea.LongestText)
        {
            var refusal = new Refusal("text", text.Length == 0 ? texts["Refused.Empty"] : texts["Refused.Long", Idea.LongestText]);
            return Answer.Refused<IdeasPage>((nameof(IdeasPage.View), await reading.ListAsync(text, [refusal], cancellation)));
        }

        var me = caller.Required;
        var idea = Idea.Put(me.Organisation, me.Person, text, clock.GetCurrentInstant());
        db.Add(idea);
        facts.Tell(new IdeaPutUp(me.Organisation, idea.Id, me.Person, idea.At));
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(reading.AddressOf(idea.Id));
    }
}
