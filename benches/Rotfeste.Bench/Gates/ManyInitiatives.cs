using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Places;
using Rotfeste.Agreements.Records;
using Rotfeste.Agreements.Standings;
using Rotfeste.Agreements.Threads;
using Rotfeste.Agreements.Versions;
using Rotfeste.Bench.Grounds;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Starts;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.People.Persons;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Asked = Rotfeste.Agreements.Contracts.Asked;

namespace Rotfeste.Bench.Gates;

/// <summary>
/// Writes 1,000 initiatives in 40 units, each with three versions and 50 of 1,000 people asked: sentences, answers, answers
/// anew, threads with messages and ends. From one seed always the same. Ledger and facts are left out: nothing measured reads them.
/// </summary>
internal sealed class ManyInitiatives(Founded founded, AppDb db)
{
    /// <summary>Raised when other rows are written, so that what is kept is written anew.</summary>
    public const int Edition = 2;

    public const int All = 1_000;
    public const int Asked = 50;
    private const int People = 1_000;
    private const int Units = 40;
    private const int Leaders = 40;
    private const int Chunk = 20;
    private readonly Random random = new(20_261_125);
    private readonly Instant now = SystemClock.Instance.GetCurrentInstant();
    private readonly LocalDate today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
    private readonly List<PersonId> people = [founded.Owner];
    private readonly List<UnitId> units = [];

    public static async Task WriteAsync(Founded founded, IServiceProvider services) =>
        await new ManyInitiatives(founded, services.GetRequiredService<AppDb>()).WriteAsync();

    private async Task WriteAsync()
    {
        await db.WriteAsync(
            async () =>
            {
                AddPeople();
                for (var number = 0; number < All; number++)
                {
                    Add(number);
                    if (number % Chunk != Chunk - 1)
                        continue;
                    await db.SaveChangesAsync();
                    db.ChangeTracker.Clear();
                }
            },
            default);
    }

    private void AddPeople()
    {
        for (var number = 0; number < Units; number++)
        {
            units.Add(UnitId.New());
            db.Add(Unit.Make(units[^1], founded.Organisation, null, $"Enhet {number:00}", null));
        }

        for (var number = 1; number < People; number++)
        {
            people.Add(PersonId.New());
            db.Add(Person.Make(people[^1], $"Ola Nordmann {number}", $"ola{number}@example.org", "nb", now));
            db.Add(Membership.Join(founded.Organisation, people[^1], number < Leaders ? Roles.Leader : Roles.Employee, units[number % Units], now));
        }
    }

    private void Add(int number)
    {
        // Every fortieth is led by the person who looks, as one of forty leaders, and every fortieth owned by her.
        var (owner, leader) = (people[number * 7 % Leaders], people[number % Leaders]);
        var wanted = new NewInitiative(founded.Organisation, $"Tiltak nummer {number}", owner, leader, units[number * 3 % Units], StartKind.Blank, null);
        var brief = new Brief { Gain = Text(60), Doing = Text(40), Fit = Text(40), Money = "120000", Hours = "14", Week = Text(20) };
        var initiative = Initiative.Begin(wanted, brief, now - Duration.FromDays(random.Next(200)), today.PlusDays(-random.Next(120)));
        db.Add(initiative);
        AddAgreement(InitiativeSubject.Of(initiative.Id), [.. Happen(owner, leader)]);
    }

    private void AddAgreement(Subject subject, IReadOnlyList<Happening> happenings)
    {
        var agreement = Agreement.Open(AgreementId.New(), founded.Organisation, subject);
        var history = new History();
        foreach (var what in happenings)
        {
            var one = new Happened(history.Length + 1, now, founded.Owner, what);
            history.Add(one);
            db.Add(new HappeningRow
            {
                Agreement = agreement.Id, Number = one.Number, Organisation = founded.Organisation, At = one.At, By = one.By, What = Recording.TextOf(what),
            });
        }

        var reckoning = Reckoning.Of(agreement.Id, subject, history);
        agreement.Grow(history.Length, new string('0', 64), JsonSerializer.Serialize(reckoning, StoredJson.Options));
        db.Add(agreement);
        db.AddRange(Placing.Of(agreement, history, reckoning));
    }

    private IEnumerable<Happening> Happen(PersonId owner, PersonId leader)
    {
        var asked = people.OrderBy(_ => random.Next()).Where(p => p != leader).Take(Asked - 1).ToList();
        yield return new PartiesSet(owner, leader,
        [
            new Asked(leader, Directions.Up, Holds.Money),
            .. asked.Select((p, i) => new Asked(p, i < 5 ? Directions.In : Directions.Sideways, i == 0 ? Holds.Hours : Holds.Nothing)),
        ]);
        yield return Version(1);
        foreach (var person in asked.Take(20))
            yield return new SentenceGiven(person, Said());
        foreach (var happening in Answer(asked.Take(30), 1))
            yield return happening;
        yield return Version(2);
        foreach (var happening in Answer(asked.Skip(20).Append(leader), 2))
            yield return happening;
        if (random.Next(4) == 0)
            yield return Version(3);
    }

    private IEnumerable<Happening> Answer(IEnumerable<PersonId> those, int version)
    {
        foreach (var person in those)
        {
            var kind = (AnswerKind)Math.Max(0, random.Next(16) - 12);
            yield return new Answered(person, version, [new Part("", kind, kind == AnswerKind.Agree ? null : Said())], today.PlusDays(-random.Next(60)), null);
            if (kind == AnswerKind.Agree)
                continue;
            var thread = ThreadId.New();
            yield return new ThreadRaised(thread, (ThreadKind)((int)kind - 1), person, version, "", Said());
            yield return new MessageWritten(thread, person, Said(), null, null);
            if (random.Next(3) > 0)
                yield return new ThreadClosed(thread, ThreadEnd.Accepted, person, null, null);
        }
    }

    private Versioned Version(int number) => new(
        number,
        [.. new[] { "gain", "doing", "fit" }.Select((key, i) => new SectionMark(
            key, i == 0 ? SectionMeaning.Objective : SectionMeaning.Other, SectionHash.OfText(i == 0 && number < 3 ? "" : $"{number} {key}")))],
        new Frame(120_000, 14, today.PlusDays(200)), today.PlusDays(random.Next(-30, 150)), today.PlusDays(-90 + number));

    private Said Said() => new(WordsId.New(), SectionHash.OfText($"{random.Next()}"));

    private string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Ingest.Words.Languages[0].Pool[random.Next(Ingest.Words.Languages[0].Pool.Length)]));
}
