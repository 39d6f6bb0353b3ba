using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Carriers;
using Rotfeste.Initiatives.Ideas;
using Rotfeste.Initiatives.Questions;
using Rotfeste.Initiatives.Starts;
using Rotfeste.Initiatives.UrgentPosts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.Initiatives.Examples;

/// <summary>Plants ideas, an initiative that has grown and one that has just begun; planting them again changes nothing.</summary>
internal sealed class PlantExample(
    AppDb db, AgreementOrders agreements, Colleagues colleagues, IClock clock, IStringLocalizer<Briefs.Texts> texts)
{
    private readonly Instant now = clock.GetCurrentInstant();

    public async Task RunAsync(
        ChannelId channel, IReadOnlyDictionary<string, PersonId> people, Func<Subject, IReadOnlyList<ExampleStand>, Task> answer,
        CancellationToken cancellation)
    {
        if (await db.Set<Idea>().AnyAsync(cancellation) || await db.Set<Initiative>().AnyAsync(cancellation))
            return;

        PersonId Who(string name) => people[$"{name}@fjordvik.example"];
        PlantIdeas(Who);
        PlantQuestions(Who);
        var water = await BeginAsync(ExampleBriefs.WaterTitle, Who("kari.lunde"), Who("tor.egil.aas"), StartKind.CustomerService, ExampleBriefs.WaterFirst, Asked(Who), cancellation);
        await PublishAsync(water, 0, cancellation);
        water.Keep("", ExampleBriefs.WaterNow, water.Owner, now);
        await PublishAsync(water, 1, cancellation);
        await BeginAsync(
            ExampleBriefs.KindergartenTitle, Who("anne.lise.dahl"), Who("tor.egil.aas"), StartKind.TakeOver, ExampleBriefs.Kindergarten,
            [new Asked(Who("tor.egil.aas"), Directions.Up)], cancellation);
        db.Add(CarriedChannel.Of(water.Organisation, channel, water.Id));
        PlantUrgentPosts(water, channel);
        await db.SaveChangesAsync(cancellation);
        await answer(InitiativeSubject.Of(water.Id), Stands(Who));
        await db.SaveChangesAsync(cancellation);
    }

    private static IReadOnlyList<Asked> Asked(Func<string, PersonId> who) =>
    [
        new(who("tor.egil.aas"), Directions.Up, Holds.Money),
        new(who("marit.hauge"), Directions.Up, Holds.Hours),
        new(who("amina.yusuf"), Directions.In | Directions.Sideways),
        new(who("jonas.eide"), Directions.Sideways),
        new(who("sindre.moe"), Directions.Sideways),
    ];

    private static IReadOnlyList<ExampleStand> Stands(Func<string, PersonId> who) =>
    [
        new(who("tor.egil.aas"), AnswerKind.Agree, "", "Jeg slipper å forklare kommunestyret hvorfor ingen tar telefonen."),
        new(who("amina.yusuf"), AnswerKind.Reservation, "Pengene må tas innenfor rammen til drift. Vi ser på det igjen i juni.", "Folk vet at vi svarer, også når svaret er nei."),
        new(who("jonas.eide"), AnswerKind.Disagree, "Vaktene er alt fulle. Hvem tar telefonen når jeg skriver?", ""),
    ];

    private void PlantIdeas(Func<string, PersonId> who)
    {
        var organisation = db.Current.Value!.Value;
        var ideas = ExampleBriefs.Ideas.Select((text, i) =>
            Idea.Put(organisation, who(i == 1 ? "amina.yusuf" : "sindre.moe"), text, now - Duration.FromDays(9 - i))).ToList();
        db.AddRange(ideas);
        var voice = IdeaVoice.Of(ideas[0], who("marit.hauge"));
        voice.Say(wouldLike: true, isAble: true, hasTime: false, now);
        db.Add(voice);
        db.Add(IdeaComment.On(ideas[0], who("kari.lunde"), "Det spørsmålet får vi femti ganger på en snødag.", now - Duration.FromDays(2)));
    }

    private void PlantQuestions(Func<string, PersonId> who)
    {
        var organisation = db.Current.Value!.Value;
        var (leader, jonas) = (who("tor.egil.aas"), who("jonas.eide"));
        var first = LeaderQuestion.Ask(organisation, jonas, leader, ExampleBriefs.Question, now - Duration.FromDays(6));
        first.AnswerWith(ExampleBriefs.Answer, now - Duration.FromDays(5));
        var further = first.AskFurther(who("marit.hauge"), ExampleBriefs.FollowUp, now - Duration.FromDays(4));
        further.AnswerWith(ExampleBriefs.FollowUpAnswer, now - Duration.FromDays(3));
        db.AddRange(first, further, LeaderQuestion.Ask(organisation, who("sindre.moe"), leader, ExampleBriefs.Open, now - Duration.FromDays(1)));
    }

    private void PlantUrgentPosts(Initiative water, ChannelId channel)
    {
        UrgentPost Sent(int days) => UrgentPost.Of(
            new PublishedBeforeReady(water.Organisation, ItemId.New(), channel, water.Owner, true, 3, now - Duration.FromDays(days)), water.Id);
        var told = Sent(12);
        told.Explain(ExampleBriefs.Urgent, water.Owner, now - Duration.FromDays(11));
        db.AddRange(told, Sent(1));
    }

    private async Task<Initiative> BeginAsync(
        string title, PersonId owner, PersonId leader, StartKind kind, Brief brief, IReadOnlyList<Asked> asked, CancellationToken cancellation)
    {
        var unit = (await colleagues.FindAsync([owner], cancellation)).GetValueOrDefault(owner)?.Unit;
        var wanted = new NewInitiative(db.Current.Value!.Value, title, owner, leader, unit, kind, null);
        var initiative = Initiative.Begin(wanted, brief, now, now.InUtc().Date);
        db.Add(initiative);
        await agreements.OpenAsync(InitiativeSubject.Of(initiative.Id), new Parties(owner, leader, asked), owner, cancellation);
        await db.SaveChangesAsync(cancellation);
        return initiative;
    }

    private async Task PublishAsync(Initiative initiative, int built, CancellationToken cancellation)
    {
        var sections = Spoken.In("nb", () => BriefSections.Of(initiative.Brief)
            .Select(s => new Section(s.Key, s.Meaning, texts[$"{s.Key}.Name"], s.Words)).ToList());
        var publication = new Publication(built, sections, FrameReading.Of(initiative.Brief).Frame, initiative.LookAgainOn);
        await agreements.PublishAsync(InitiativeSubject.Of(initiative.Id), publication, initiative.Owner, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
