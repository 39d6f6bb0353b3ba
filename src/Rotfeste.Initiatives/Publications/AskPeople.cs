using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Starts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Publications;

/// <summary>Chooses who is asked, in which direction, and what they hold: one by one, or all in a unit; and who is not asked any more.</summary>
internal sealed class AskPeople(
    AppDb db, CurrentCaller caller, InitiativeDoor door, PeopleScreen screen, AgreementOrders agreements, AgreementQuestions questions,
    Colleagues colleagues, IStringLocalizer<Texts> texts, IStringLocalizer<Starts.Texts> picking)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/initiatives/{id:guid}/people", (Guid id, string? find, PeopleScreen screen, CancellationToken cancellation) =>
            screen.ShowAsync(id, find ?? "", cancellation)).RequireAuthorization(Access.Member);
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

        var (who, unit) = (form.Text("who"), form.Text("unit"));
        var everyone = await colleagues.AllAsync(cancellation);
        var people = WhoIn(everyone, who, unit);
        if (people.Count == 0)
        {
            var refusal = new Refusal("who", PersonPick.Like(everyone, who, picking) ?? texts["Refused.Who"]);
            return await screen.RefuseAsync(initiative, form.Text("then"), new AskedTyped(Who: who), refusal, cancellation);
        }

        var direction = form.Named<Directions>("direction") ?? Directions.Sideways;
        var holds = form["holds"].Aggregate(Holds.Nothing, (all, h) => Enum.TryParse<Holds>(h, out var held) ? all | (held & (Holds.Money | Holds.Hours)) : all);
        await SetAsync(initiative, asked => asked.Concat(people.Select(p => new Asked(p, direction, holds))), cancellation);
        return Back(initiative, form);
    }

    private async Task<IResult> RemoveAsync(Guid id, IFormCollection form, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();
        if (!door.MayWrite(initiative))
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        var gone = WhoIn(await colleagues.AllAsync(cancellation), form.Text("person"), form.Text("unit")).ToHashSet();

        // Whoever is accountable is always asked.
        await SetAsync(initiative, asked => asked.Where(a => !gone.Contains(a.Person) || a.Person == initiative.Leader), cancellation);
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

    // One list holds people and units where they are few; where they are many, each has its own field.
    private static IReadOnlyList<PersonId> WhoIn(IReadOnlyList<Colleague> everyone, string who, string unit) => PersonPick.Find(everyone, who) is { } one
        ? [one.Person]
        : [.. everyone.Where(c => c.Unit is { } its && (its.ToString() == who || (who.Length == 0 && its.ToString() == unit))).Select(c => c.Person)];

    private IResult Back(Initiative initiative, IFormCollection form) =>
        Answer.SeeOther($"{door.AddressOf(initiative)}/{(form.Text("then") == "publication" ? "publication" : "people")}");
}
