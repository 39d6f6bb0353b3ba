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
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Publications;

/// <summary>Gives the initiative to another owner or accountable leader, by name; a new leader is asked anew.</summary>
internal sealed class HandOver(
    AppDb db, CurrentCaller caller, InitiativeDoor door, PeopleScreen screen, AgreementOrders agreements, AgreementQuestions questions,
    Colleagues colleagues, LedgerWriter ledger, IStringLocalizer<Texts> texts, IStringLocalizer<Starts.Texts> picking)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/initiatives/{id:guid}/hands", (Guid id, IFormCollection form, HandOver use, CancellationToken cancellation) =>
            use.HandleAsync(id, form.Text("owner"), form.Text("leader"), cancellation)).RequireAuthorization(Access.Member);

    private async Task<IResult> HandleAsync(Guid id, string owner, string leader, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();
        if (!await screen.MayHandOverAsync(initiative, cancellation))
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        var everyone = await colleagues.AllAsync(cancellation);
        if (PersonPick.Find(everyone, owner) is not { } newOwner)
            return await RefuseAsync("owner", "Refused.Owner", owner, everyone);
        var leaders = everyone.Where(StartScreen.MayLead);
        if (PersonPick.Find(leaders, leader) is not { } newLeader)
            return await RefuseAsync("leader", "Refused.Leader", leader, leaders);

        var before = initiative.Leader;
        await db.WriteAsync(
            async () =>
            {
                initiative.HandTo(newOwner.Person, newLeader.Person);
                var subject = InitiativeSubject.Of(initiative.Id);
                var standing = await questions.StandingAsync(subject, cancellation);
                var asked = AskedReading.AskedIn(standing!).Where(a => before == newLeader.Person || a.Person != before)
                    .Append(new Asked(newLeader.Person, Directions.Up));
                await agreements.SetPartiesAsync(subject, new Parties(newOwner.Person, newLeader.Person, [.. asked]), caller.Required.Person, cancellation);
                ledger.Write(initiative.Organisation, "initiative-handed-over", caller.Required.Person,
                    new { initiative = initiative.Id, owner = newOwner.Person, leader = newLeader.Person });
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return Answer.SeeOther(door.AddressOf(initiative));

        Task<IResult> RefuseAsync(string field, string key, string typed, IEnumerable<Colleague> among) => screen.RefuseAsync(
            initiative, "people", new AskedTyped(Owner: owner, Leader: leader), new Refusal(field, PersonPick.Like(among, typed, picking) ?? texts[key]), cancellation);
    }
}
