using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.People;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Undelivered;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.People;

namespace Rotfeste.Tests.Platform.Undelivered;

public sealed class UndeliveredTests
{
    private const string Page = "/alfa/settings/undelivered";

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_parked_fact_is_shown_to_its_own_owner_and_delivered_when_it_is_tried_again(Provider provider)
    {
        var trouble = new Trouble { Lasts = true };
        var clock = new MovedClock();
        await using var app = await StartAsync(provider, trouble, clock);
        var (alfa, beta) = (await FoundAsync(app, "Alfa"), await FoundAsync(app, "Beta"));
        await TellAsync(app, alfa);
        await TellAsync(app, beta);
        await StoppedAsync(app, clock, alfa);
        await StoppedAsync(app, clock, beta);

        using var owner = await SignInAsync(app, "owner@alfa.example");
        (await owner.OpenAsync("/alfa/settings")).Text.ShouldContain("One did not get through");
        var page = await owner.OpenAsync(Page);
        page.Text.ShouldSatisfyAllConditions(
            t => t.ShouldContain("One did not get through"),
            t => t.ShouldContain(nameof(OnTold)),
            t => t.ShouldContain(nameof(InvalidOperationException)),
            t => t.ShouldNotContain(Trouble.Words));

        trouble.Lasts = false;
        (await owner.SendAsync(page, $"{Page}/attempt")).Text.ShouldContain("Trying again now");
        await Eventually.ShouldHoldAsync(() => trouble.Taken.ShouldBe([alfa]));
        (await owner.OpenAsync(Page)).Text.ShouldContain("Everything has been delivered.");
        (await CountAsync(app, beta)).ShouldBe(1);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Due_work_that_gave_up_is_shown_and_done_when_it_is_tried_again(Provider provider)
    {
        var trouble = new Trouble { Lasts = true };
        var clock = new MovedClock();
        await using var app = await StartAsync(provider, trouble, clock);
        var alfa = await FoundAsync(app, "Alfa");
        await app.InAsync(alfa, async services =>
        {
            await services.GetRequiredService<DueWork>().ScheduleAsync(new StubbornJob(alfa), clock.GetCurrentInstant(), null, default);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });
        await StoppedAsync(app, clock, alfa);

        using var owner = await SignInAsync(app, "owner@alfa.example");
        var page = await owner.OpenAsync(Page);
        page.Text.ShouldSatisfyAllConditions(
            t => t.ShouldContain("stubborn"),
            t => t.ShouldContain(nameof(InvalidOperationException)),
            t => t.ShouldNotContain(Trouble.Words));

        trouble.Lasts = false;
        await owner.SendAsync(page, $"{Page}/attempt");
        await Eventually.ShouldHoldAsync(() => trouble.Taken.ShouldBe([alfa]));
    }

    [Fact]
    public async Task A_fact_that_fails_in_one_organisation_never_keeps_another_waiting()
    {
        var trouble = new Trouble();
        var clock = new MovedClock();
        await using var app = await StartAsync(Provider.Sqlite, trouble, clock);

        // Ids rise with time: the one in lasting trouble comes first.
        var (troubled, calm) = (await FoundAsync(app, "Alfa"), await FoundAsync(app, "Beta"));
        trouble.Only = troubled;
        trouble.Lasts = true;
        trouble.FailsOnce = calm;
        await TellAsync(app, troubled);
        await TellAsync(app, calm);

        await Eventually.ShouldHoldAsync(() => trouble.Taken.ShouldBe([calm]));
        (await CountAsync(app, troubled)).ShouldBe(0);
    }

    private static async Task<TestApp> StartAsync(Provider provider, Trouble trouble, MovedClock clock) => await TestApp.StartAsync(
        provider,
        services => services.AddSingleton(trouble).AddSingleton<IClock>(clock)
            .AddSingleton(new DeliveryPace(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50)))
            .AddHandler<Told, OnTold>().AddJob<StubbornJob, DoStubborn>(),
        s => s with { IsExample = true });

    private static async Task<OrganisationId> FoundAsync(TestApp app, string name)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        var owner = new ExamplePerson("Owner", "Owner", $"owner@{name.ToLowerInvariant()}.example", null, Roles.Owner, false, null);
        var planted = await PeopleRoom.PlantExampleAsync(
            scope.ServiceProvider,
            new ExamplePeople(name, OrganisationKind.Public, "en", [], [owner], SystemClock.Instance.GetCurrentInstant()),
            default);
        return planted.Organisation;
    }

    private static async Task<Visitor> SignInAsync(TestApp app, string email)
    {
        var visitor = app.NewVisitor();
        await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in/example", ("example", email));
        return visitor;
    }

    private static Task TellAsync(TestApp app, OrganisationId organisation) => app.InAsync(organisation, async services =>
    {
        services.GetRequiredService<FactLog>().Tell(new Told(organisation));
        await services.GetRequiredService<AppDb>().SaveChangesAsync();
    });

    // Between two failures lies a growing pause; the clock is moved over it.
    private static Task StoppedAsync(TestApp app, MovedClock clock, OrganisationId organisation) => Eventually.ShouldHoldAsync(async () =>
    {
        clock.Move(Duration.FromMinutes(5));
        (await CountAsync(app, organisation)).ShouldBe(1);
    });

    private static Task<int> CountAsync(TestApp app, OrganisationId organisation) => app.InAsync(
        organisation, services => services.GetRequiredService<StoppedWork>().CountAsync(organisation, default));

    [FactName("told")]
    internal sealed record Told(OrganisationId Organisation) : IFact;

    [JobName("stubborn")]
    internal sealed record StubbornJob(OrganisationId? Organisation) : IJob;

    internal sealed class Trouble
    {
        public const string Words = "Kari wrote this";

        private readonly List<OrganisationId> taken = [];

        public bool Lasts { get; set; }

        public OrganisationId? Only { get; set; }

        public OrganisationId? FailsOnce { get; set; }

        public IReadOnlyList<OrganisationId> Taken
        {
            get
            {
                lock (taken)
                    return [.. taken];
            }
        }

        public void Take(OrganisationId organisation)
        {
            if (Lasts && (Only is null || Only == organisation))
                throw new InvalidOperationException(Words);
            if (FailsOnce == organisation)
            {
                FailsOnce = null;
                throw new InvalidOperationException(Words);
            }

            lock (taken)
                taken.Add(organisation);
        }
    }

    internal sealed class OnTold(Trouble trouble) : IOn<Told>
    {
        public Task HandleAsync(IReadOnlyList<Told> facts, CancellationToken cancellation)
        {
            foreach (var fact in facts)
                trouble.Take(fact.Organisation);
            return Task.CompletedTask;
        }
    }

    internal sealed class DoStubborn(Trouble trouble) : IDo<StubbornJob>
    {
        public static bool IsOutside => false;

        public Task<DueOutcome> DoAsync(StubbornJob job, DueTry attempt, CancellationToken cancellation)
        {
            trouble.Take(job.Organisation!.Value);
            return Task.FromResult(DueOutcome.Done);
        }
    }
}
