using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Dangers;
using Rotfeste.Initiatives.Gates;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Initiatives.Pages;

/// <summary>Everything that is computed of one initiative on a day; stored nowhere.</summary>
internal sealed record InitiativeState(
    Initiative Initiative, AgreementStanding Standing, IReadOnlyDictionary<PersonId, Colleague> People, LocalDate Today, Instant Now)
{
    public int Asked => Standing.People.Count(p => !p.HasLeft && p.Directions != Directions.None);

    public GateState? Gate => Initiative.Next is { } next ? Readiness.Of(NeedsFor(next), Standing) : null;

    public bool HasOwner => IsHere(Initiative.Owner);

    public bool HasLeader => IsHere(Initiative.Leader);

    public IReadOnlyList<Danger> Dangers => DangerRules.Of(new DangerGrounds(
        Standing, HasOwner, HasLeader, Initiative.Brief.Week.Length > 0, Initiative.Stage == Stage.Before, Now - Initiative.StageSince));

    public IReadOnlyList<Need> NeedsFor(Stage stage) => Initiative.Gates.For(stage, Initiative, Asked);

    public string NameOf(PersonId person) => People.TryGetValue(person, out var found) ? found.Name : "";

    private bool IsHere(PersonId person) => People.TryGetValue(person, out var found) && found.IsActive;
}

/// <summary>Reads initiatives with what everyone's answer is worth.</summary>
internal sealed class InitiativeStates(
    AgreementQuestions agreements, Colleagues colleagues, Organisations organisations, CurrentOrganisation current, IClock clock)
{
    public async Task<InitiativeState> OfAsync(Initiative initiative, CancellationToken cancellation) =>
        (await OfAsync([initiative], cancellation))[0];

    public async Task<IReadOnlyList<InitiativeState>> OfAsync(IReadOnlyList<Initiative> initiatives, CancellationToken cancellation)
    {
        var standings = await agreements.StandingsAsync(InitiativeSubject.Kind, [.. initiatives.Select(i => i.Id.Value)], cancellation);
        var people = initiatives.SelectMany(i => standings[i.Id.Value].People.Select(p => p.Person).Append(i.Owner).Append(i.Leader)).ToHashSet();
        var names = await colleagues.FindAsync(people, cancellation);
        var now = clock.GetCurrentInstant();
        var us = await organisations.FindAsync(current.Value ?? default, cancellation);
        var today = now.InZone(DateTimeZoneProviders.Tzdb[us!.Zone]).Date;
        return [.. initiatives.Select(i => new InitiativeState(i, standings[i.Id.Value], names, today, now))];
    }
}
