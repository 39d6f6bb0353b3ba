using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;
using Rotfeste.Agreements.Answers;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Records;
using Rotfeste.Agreements.Standings;
using Rotfeste.Agreements.Threads;
using Rotfeste.Agreements.Versions;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Gates;
using Rotfeste.Initiatives.Pages;
using Rotfeste.Initiatives.Starts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ledger;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Tests.Initiatives.Gates;

/// <summary>
/// A whole initiative as chance makes it: pages, answers on any version that ever stood, threads and their ends, people who
/// come, go and change roles, plans, waivers, dates that pass and gates that are passed; and the ledger that is left of it.
/// </summary>
internal sealed class RandomInitiative
{
    public const int People = 7;
    private static readonly LocalDate FirstDay = new(2026, 10, 12);
    private readonly List<(string Kind, string Data)> ledger = [];
    private readonly List<ThreadId> threads = [];
    private readonly PersonId[] people = [.. Enumerable.Range(1, People).Select(i => new PersonId(new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])))];

    private readonly Subject subject;

    private RandomInitiative(StartKind kind)
    {
        Initiative = Initiative.Begin(
            new NewInitiative(OrganisationId.New(), "", people[0], people[1], null, kind, null), Brief.Empty, At(FirstDay), FirstDay);
        subject = InitiativeSubject.Of(Initiative.Id);
        Today = FirstDay;
        Write("initiative-started", new { kind });
    }

    public static Arbitrary<int[][]> Steps { get; } = Gen.Choose(0, 9_999).ArrayOf(7).ArrayOf().ToArbitrary();

    public Initiative Initiative { get; }

    public History History { get; } = new();

    public LocalDate Today { get; private set; }

    public IReadOnlyList<(string Kind, string Data)> Ledger => ledger;

    /// <summary>Whom the product said that each publication would ask again, with how long the ledger was before it.</summary>
    public List<(int Before, AskPreview Preview)> Previews { get; } = [];

    /// <summary>Whether the gate could be passed, by the product and by the ledger, whenever somebody tried.</summary>
    public List<(bool Product, bool Ledger)> Tries { get; } = [];

    /// <summary>As it is stored beside the subject and read again.</summary>
    public Reckoning Reckoning => StandingsText.Read(default, subject, StandingsText.Write(Reckoning.Of(default, subject, History)));

    public InitiativeState State => new(Initiative, Reckoning.On(Today), new Dictionary<PersonId, Colleague>(), Today, At(Today));

    public bool MayPass => Initiative.Next is not null && (State.Gate?.IsReady == true || Initiative.IsWaived(Today));

    public SlowGate Slowly => SlowlyAfter(ledger.Count);

    public SlowGate SlowlyAfter(int entries) => new(ledger.Take(entries), LocalDatePattern.Iso.Format(Today));

    public static RandomInitiative Of(int[][] steps)
    {
        var made = new RandomInitiative((StartKind)(steps.Length % 7));
        made.Add(new PartiesSet(made.people[0], made.people[1], made.Asked(127, 0)));
        foreach (var s in steps)
        {
            made.Today = made.Today.PlusDays(Math.Max(0, (s[0] % 12) - 6));
            made.Take(s);
        }

        made.Today = made.Today.PlusDays(steps.Length > 0 ? steps[^1][5] % 25 : 0);
        return made;
    }

    private void Take(int[] s)
    {
        var person = people[s[2] % People];
        switch (s[1] % 24)
        {
            case 0 or 1:
                Publish(s);
                break;
            case 2 or 3 or 4 when History.PresentNumber > 0:
                foreach (var (each, place) in people.Select((p, i) => (p, i)))
                    Answer(each, [.. s.Select((n, i) => i == 3 ? (3 * n) + 1 : n + (i * place * 7))], mostly: true);
                break;
            case >= 5 and <= 9 when History.PresentNumber > 0:
                Answer(person, s);
                break;
            case 10:
                HandOver(people[s[2] % People], people[s[3] % 3], s);
                break;
            case 11:
                Add(s[3] % 2 == 0 ? new Departed(person) : new CameBack(person));
                break;
            case 12:
                Add(s[3] % 3 == 0 ? new Reopened(person) : new CameBack(person));
                break;
            case 13 when History.PresentNumber > 1 && s[4] % 3 == 0:
                Add(new CalledSubstantive(person, 2 + (s[3] % (History.PresentNumber - 1))));
                break;
            case 14:
                Add(new ThreadRaised(ThreadId.New(), ThreadKind.Question, person, History.PresentNumber, "", Said()));
                break;
            case >= 15 and <= 18 when threads.Count > 0:
                EndThread(threads[s[3] % threads.Count], s);
                break;
            case 19:
                Plan(s);
                break;
            case 20 when s[4] % 3 == 0:
                Initiative.Waive(people[1], "", Today.PlusDays(s[3] % 20));
                Write("initiative-waiver-given", new { until = Initiative.WaivedUntil });
                break;
            case 21 or 22 or 23:
                Pass();
                break;
        }
    }

    private void Publish(int[] s)
    {
        var publication = new Publication(
            History.PresentNumber,
            [
                new Section("objective", SectionMeaning.Objective, "", $"{s[2] % 4 / 3}"), new Section("audience", SectionMeaning.Audience, "", $"{s[3] % 5 / 4}"),
                new Section("people", SectionMeaning.People, "", $"{s[5]}"),
            ],
            new Frame(s[4] % 4 == 0 ? null : s[4] % 3 * 100, s[5] % 4 == 0 ? null : s[5] % 3, s[2] % 4 == 0 ? Today.PlusDays(s[3] % 30) : null),
            s[3] % 3 == 0 ? Today.PlusDays(s[4] % 30) : null);
        Previews.Add((ledger.Count, AskPreviewing.Of(History, publication, null, Today)));
        Add(PublishRules.Become(publication, History.PresentNumber + 1, Today));
    }

    // On any version that ever stood, on the whole page or section by section: it is what was read.
    private void Answer(PersonId person, int[] s, bool mostly = false)
    {
        var version = s[3] % 3 == 0 ? 1 + (s[4] % History.PresentNumber) : History.PresentNumber;
        string[] sections = s[5] % 3 == 0 ? [.. History.Versions[version - 1].Sections.Select(m => m.Key)] : [""];
        var parts = sections.Select((key, i) => (Key: key, Kind: (AnswerKind)Math.Max(0, ((s[6] >> i) % (mostly ? 30 : 9)) - (mostly ? 26 : 5))))
            .Select(p => new Part(p.Key, p.Kind, p.Kind == AnswerKind.Agree ? null : Said())).ToList();
        var answer = new Answered(person, version, parts, Today, null);
        foreach (var happening in (Happening[])[answer, .. ThreadsOfAnswer.Of(History, answer)])
            Add(happening);
    }

    private void HandOver(PersonId owner, PersonId leader, int[] s)
    {
        Initiative.HandTo(owner, leader);
        Add(new PartiesSet(owner, leader, Asked(s[4] | 2, s[5])));
    }

    private void EndThread(ThreadId thread, int[] s) =>
        Add(new ThreadClosed(thread, (ThreadEnd)(s[4] % 3), people[s[2] % People], s[4] % 3 == 0 ? History.PresentNumber : null, null));

    private void Plan(int[] s)
    {
        var planned = new PlannedStages(
            null, s[2] % 2 == 0 ? Today.PlusDays(5) : null, Today.PlusDays(30), s[3] % 2 == 0, s[4] % 3 == 0 ? Today.PlusDays(60) : null);
        Initiative.PlanStages(planned);
        if (s[5] % 2 == 0)
        {
            Stage[] stages = [Stage.Pilot, Stage.Running, Stage.Review];
            Initiative.PlanGates(stages.Aggregate(Initiative.Gates, (plan, stage) =>
                plan.With(stage, [.. Enum.GetValues<Need>().Where(n => ((s[6] >> ((int)n + (int)stage)) & 1) == 1)])));
        }

        Write("initiative-gates-planned", new { needs = Initiative.Gates.Own, stages = planned });
    }

    private void Pass()
    {
        Tries.Add((MayPass, Slowly.MayPass));
        if (!MayPass)
            return;
        Initiative.Pass(At(Today), Today);
        Write("initiative-gate-passed", new { to = Initiative.Stage });
    }

    // Chance alone would seldom have everybody in: holdings and directions are spread so that each need concerns somebody.
    private List<Asked> Asked(int chance, int roles) =>
        [.. people.Select((p, i) => (p, i)).Where(x => ((chance >> x.i) & 1) == 1)
            .Select(x => new Asked(x.p, (Directions)(1 + ((roles + x.i) % 7)), (Holds)((roles / 3 + x.i) % 4)))];

    private void Add(Happening what)
    {
        if (what is ThreadRaised raised)
            threads.Add(raised.Thread);
        History.Add(new Happened(History.Length + 1, At(Today), people[0], what));
        var text = Recording.TextOf(what);
        Write("agreement-happened", new { what = System.Text.Json.Nodes.JsonNode.Parse(text) });
    }

    private void Write(string kind, object data) => ledger.Add((kind, CanonicalJson.Of(data)));

    private static Said Said() => new(WordsId.New(), "");

    private static Instant At(LocalDate day) => day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
}
