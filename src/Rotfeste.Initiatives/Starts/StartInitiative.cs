using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Initiatives.Ideas;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Starts;

/// <summary>Begins an initiative, from an idea or not: a title, an owner and an accountable leader by name.</summary>
internal sealed class StartInitiative(
    AppDb db, CurrentCaller caller, StartScreen screen, AgreementOrders agreements, FactLog facts, LedgerWriter ledger, IClock clock, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/initiatives/new", (string? idea, string? kind, StartScreen screen, CancellationToken cancellation) =>
            screen.ShowAsync(idea, kind, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/initiatives", (StartInitiative use, IFormCollection form, CancellationToken cancellation) =>
            use.HandleAsync(StartInput.Read(form), cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> HandleAsync(StartInput input, CancellationToken cancellation)
    {
        var people = await screen.PeopleAsync(cancellation);
        var owner = PersonPick.Find(people, input.Owner);
        var leader = PersonPick.Find(people.Where(StartScreen.MayLead), input.Leader);
        var refusals = Refuse(input, people, owner, leader);
        if (refusals.Count > 0)
            return Answer.Refused<StartPage>((nameof(StartPage.View), StartScreen.ViewOf(input, people, refusals)));

        var me = caller.Required;
        var idea = await screen.IdeaAsync(input.Idea, cancellation);
        if (idea?.Became is { } became)
            return Answer.SeeOther(me.To($"initiatives/{became}"));

        var now = clock.GetCurrentInstant();
        var wanted = new NewInitiative(me.Organisation, input.Title, owner!.Person, leader!.Person, owner.Unit, input.Kind, idea?.Id);
        var initiative = Initiative.Begin(wanted, BriefFor(input.Kind, idea), now, now.InZone(me.Zone).Date);
        idea?.Become(initiative.Id);
        db.Add(initiative);
        var parties = new Parties(initiative.Owner, initiative.Leader, [new Asked(initiative.Leader, Directions.Up)]);
        await agreements.OpenAsync(InitiativeSubject.Of(initiative.Id), parties, me.Person, cancellation);
        facts.Tell(new InitiativeStarted(me.Organisation, initiative.Id, idea?.Id, initiative.Owner, initiative.Leader, now));
        ledger.Write(me.Organisation, "initiative-started", me.Person, new { initiative = initiative.Id, owner = initiative.Owner, leader = initiative.Leader, kind = initiative.Start });
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To($"initiatives/{initiative.Id}/brief"));
    }

    // What the idea said is what gets better; the starting page has words for the rest.
    private Brief BriefFor(StartKind kind, Idea? idea)
    {
        var brief = kind == StartKind.Blank
            ? Brief.Empty
            : new Brief { Gain = texts[$"{kind}.Gain"], Doing = texts[$"{kind}.Doing"], Fit = texts[$"{kind}.Fit"] };
        return idea is null ? brief : brief with { Gain = idea.Text };
    }

    private List<Refusal> Refuse(StartInput input, IReadOnlyList<Colleague> people, Colleague? owner, Colleague? leader)
    {
        var refusals = new List<Refusal>();
        if (input.Title.Length is 0 or > Initiative.LongestTitle)
            refusals.Add(new Refusal("title", texts["Refused.Title", Initiative.LongestTitle]));
        if (owner is null)
            refusals.Add(new Refusal("owner", PersonPick.Like(people, input.Owner, texts) ?? texts["Refused.Owner"]));
        if (leader is null)
            refusals.Add(new Refusal("leader", PersonPick.Like(people.Where(StartScreen.MayLead), input.Leader, texts) ?? texts["Refused.Leader"]));
        return refusals;
    }
}

/// <summary>What was typed.</summary>
internal sealed record StartInput(string Idea, string Title, StartKind Kind, string Owner, string Leader)
{
    public static StartInput Read(IFormCollection form) => new(
        form.Text("idea"), form.Text("title"), form.Named<StartKind>("kind") ?? StartKind.Blank, form.Text("owner"), form.Text("leader"));
}
