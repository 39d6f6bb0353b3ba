using Microsoft.AspNetCore.Http;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Starts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Publications;

/// <summary>Who is asked, who owns it and who is accountable.</summary>
internal sealed class PeopleScreen(
    InitiativeDoor door, AskedReading asked, AgreementQuestions questions, Colleagues colleagues, CurrentCaller caller)
{
    public async Task<IResult> ShowAsync(Guid id, string find, CancellationToken cancellation) =>
        await door.FindAsync(id, cancellation) is { } initiative
            ? Answer.Page<PeoplePage>((nameof(PeoplePage.View), await ReadAsync(initiative, "people", new AskedTyped(Find: find), [], cancellation)))
            : Results.NotFound();

    /// <summary>The page again, with what was typed; and where the form stood on its way to being published, back to there after.</summary>
    public async Task<IResult> RefuseAsync(Initiative initiative, string then, AskedTyped typed, Refusal refusal, CancellationToken cancellation) =>
        Answer.Refused<PeoplePage>((nameof(PeoplePage.View), await ReadAsync(
            initiative, then == "publication" ? then : "people", typed, [refusal], cancellation)));

    /// <summary>Owner and leader hand over; where one of them has left, whoever runs the communication or owns the organisation does.</summary>
    public async Task<bool> MayHandOverAsync(Initiative initiative, CancellationToken cancellation)
    {
        if (door.MayWrite(initiative))
            return true;
        var people = await colleagues.FindAsync([initiative.Owner, initiative.Leader], cancellation);
        return caller.Required.May.Contains(Access.Lead)
            && !(IsHere(people, initiative.Owner) && IsHere(people, initiative.Leader));
    }

    private async Task<PeoplePageView> ReadAsync(
        Initiative initiative, string then, AskedTyped typed, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var standing = await questions.StandingAsync(InitiativeSubject.Of(initiative.Id), cancellation);
        var people = await asked.ReadAsync(initiative, standing!, then, typed, cancellation);
        var everyone = await colleagues.AllAsync(cancellation);
        var mayWrite = door.MayWrite(initiative);
        return new PeoplePageView(
            door.AddressOf(initiative), initiative.Title,
            mayWrite ? people : people with { People = [], Units = [] },
            typed.Owner ?? initiative.Owner.ToString(), typed.Leader ?? initiative.Leader.ToString(), people.People,
            [.. everyone.Where(StartScreen.MayLead).Select(AskedReading.Choice)],
            await MayHandOverAsync(initiative, cancellation), refusals);
    }

    private static bool IsHere(IReadOnlyDictionary<PersonId, Colleague> people, PersonId person) =>
        people.TryGetValue(person, out var found) && found.IsActive;
}
