using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Publications;

/// <summary>Chooses who is asked, in which direction, and what they hold: one by one, or all in a unit.</summary>
internal sealed class AskPeople(
    AppDb db, CurrentCaller caller, InitiativeDoor door, PeopleScreen screen, AgreementOrders agreements, AgreementQuestions questions,
    Colleagues colleagues, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/initiatives/{id:guid}/people", (Guid id, PeopleScreen screen, CancellationToken cancellation) =>
            screen.ShowAsync(id, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/initiatives/{id:guid}/people", (Guid id, IFormCollection form, AskPeople use, CancellationToken cancellation) =>
            use.AddAsync(id, form, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/initiatives/{id:guid}/people/removal", (Guid id, IFormCollection form, AskPeople use, CancellationToken cancellation) =>
            use.RemoveAsync(id, form, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> AddAsync(Guid id, IFormCollection form, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();
        if (!door.MayWrite(initiative))
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        var who = await WhoAsync(form.Text("who"), cancellation);
        if (who.Count == 0)
            return await screen.RefuseAsync(initiative, new Refusal("who", texts["Refused.Who"]), cancellation);

        var direction = form.Named<Directions>("direction") ?? Directions.Sideways;
        var holds = form["holds"].Aggregate(Holds.Nothing, (all, h) => Enum.TryParse<Holds>(h, out var held) ? all | (held & (Holds.Money | Holds.Hours)) : all);
        await SetAsync(initiative, asked => asked.Concat(who.Select(p => new Asked(p, direction, holds))), cancellation);
        return Back(initiative, form);
    }

    private async Task<IResult> RemoveAsync(Guid id, IFormCollection form, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();
        if (!door.MayWrite(initiative))
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        var person = form.Text("person");

        // Whoever is accountable is always asked.
        await SetAsync(initiative, asked => asked.Where(a => a.Person.ToString() != person || a.Person == initiative.Leader), cancellation);
        return Back(initiative, form);
    }

    private Task SetAsync(Initiative initiative, Func<IEnumerable<Asked>, IEnumerable<Asked>> change, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var subject = InitiativeSubject.Of(initiative.Id);
            var standing = await questions.StandingAsync(subject, cancellation);
            var parties = new Parties(initiative.Owner, initiative.Leader, [.. change(AskedReading.AskedIn(standing!))]);
            await agreements.SetPartiesAsync(subject, parties, caller.Required.Person, cancellation);
            await db.SaveChangesAsync(cancellation);
        },
        cancellation);

    private async Task<IReadOnlyList<PersonId>> WhoAsync(string chosen, CancellationToken cancellation)
    {
        var everyone = await colleagues.AllAsync(cancellation);
        return [.. everyone.Where(c => c.Person.ToString() == chosen || (c.Unit is { } unit && unit.ToString() == chosen)).Select(c => c.Person)];
    }

    private IResult Back(Initiative initiative, IFormCollection form) =>
        Answer.SeeOther($"{door.AddressOf(initiative)}/{(form.Text("then") == "publication" ? "publication" : "people")}");
}
