using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Contracts;
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

    public GateState? Gate => Initiative.Next is { } next ? Readiness.Of(NeedsBefore(next), Standing) : null;

    public bool HasOwner => IsHere(Initiative.Owner);

    public bool HasLeader => IsHere(Initiative.Leader);

    public IReadOnlyList<Danger> Dangers => DangerRules.Of(new DangerGrounds(
        Standing, HasOwner, HasLeader, FrameReading.Of(Initiative.Brief).Frame.HoursAWeek is > 0, Initiative.Stage == Stage.Before, Now - Initiative.StageSince));

    public IReadOnlyList<Need> NeedsFor(Stage stage) => Initiative.Gates.For(stage, Initiative, Asked);

    // One may always stop and look; what looking again asks for is wanted before one goes on.
    private IReadOnlyList<Need> NeedsBefore(Stage next) => (Initiative.Stage, next) switch
    {
        (_, Stage.Review) => [],
        (Stage.Review, Stage.Running) => NeedsFor(Stage.Review),
        _ => NeedsFor(next),
    };

    public string NameOf(PersonId person) => People.TryGetValue(person, out var found) ? found.Name : "";

    private bool IsHere(PersonId person) => People.TryGetValue(person, out var found) && found.IsActive;
}

/// <summary>Reads initiatives with what everyone's answer is worth.</summary>
internal sealed class InitiativeStates(
    AppDb db, AgreementQuestions agreements, Colleagues colleagues, Organisations organisations, CurrentOrganisation current, IClock clock)
{
    /// <summary>One, with the names of everyone asked.</summary>
    public async Task<InitiativeState> OfAsync(Initiative initiative, CancellationToken cancellation) =>
        (await OfAsync([initiative], isNamed: true, cancellation))[0];

    /// <summary>Several for a list, in the order of the ids; of names it knows those who own and lead alone.</summary>
    public async Task<IReadOnlyList<InitiativeState>> ReadAsync(IReadOnlyList<InitiativeId> ids, CancellationToken cancellation)
    {
        var found = await db.Set<Initiative>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellation);
        return await OfAsync([.. ids.Where(found.ContainsKey).Select(id => found[id])], isNamed: false, cancellation);
    }

    private async Task<IReadOnlyList<InitiativeState>> OfAsync(IReadOnlyList<Initiative> initiatives, bool isNamed, CancellationToken cancellation)
    {
        if (initiatives.Count == 0)
            return [];

        var standings = await agreements.StandingsAsync(InitiativeSubject.Kind, [.. initiatives.Select(i => i.Id.Value)], cancellation);
        var asked = isNamed ? standings.Values.SelectMany(s => s.People).Select(p => p.Person) : [];
        var names = await colleagues.FindAsync(initiatives.SelectMany(i => new[] { i.Owner, i.Leader }).Concat(asked).ToHashSet(), cancellation);
        var now = clock.GetCurrentInstant();
        var us = await organisations.FindAsync(current.Value ?? default, cancellation);
        var today = now.InZone(DateTimeZoneProviders.Tzdb[us!.Zone]).Date;
        return [.. initiatives.Select(i => new InitiativeState(i, standings[i.Id.Value], names, today, now))];
    }
}
