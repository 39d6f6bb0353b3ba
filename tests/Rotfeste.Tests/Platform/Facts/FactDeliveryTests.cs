using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Platform.Facts;

public sealed class FactDeliveryTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Facts_arrive_in_order_and_once_and_a_failing_one_holds_only_its_own_organisation(Provider provider)
    {
        var heard = new Heard();
        await using var app = await TestApp.StartAsync(provider, services => services
            .AddSingleton(heard).AddHandler<Counted, OnCounted>());
        var (troubled, calm) = (OrganisationId.New(), OrganisationId.New());
        heard.FailOnce = (troubled, 2);

        for (var i = 1; i <= 5; i++)
        {
            await TellAsync(app, troubled, i);
            await TellAsync(app, calm, i);
        }

        await Eventually.ShouldHoldAsync(() => heard.Of(calm).ShouldBe([1, 2, 3, 4, 5]));
        await Eventually.ShouldHoldAsync(() => heard.Of(troubled).ShouldBe([1, 2, 3, 4, 5]));
    }

    private static Task TellAsync(TestApp app, OrganisationId organisation, int number) => app.InAsync(organisation, async services =>
    {
        services.GetRequiredService<FactLog>().Tell(new Counted(organisation, number));
        await services.GetRequiredService<AppDb>().SaveChangesAsync();
    });

    [FactName("counted")]
    internal sealed record Counted(OrganisationId Organisation, int Number) : IFact;

    internal sealed class Heard
    {
        private readonly ConcurrentQueue<Counted> all = new();

        public (OrganisationId Organisation, int Number)? FailOnce { get; set; }

        public int[] Of(OrganisationId organisation) => [.. all.Where(c => c.Organisation == organisation).Select(c => c.Number)];

        public void FailIfChosen(Counted fact)
        {
            if (FailOnce != (fact.Organisation, fact.Number))
                return;

            FailOnce = null;
            throw new InvalidOperationException("once");
        }

        public void Add(Counted fact) => all.Enqueue(fact);
    }

    internal sealed class OnCounted(Heard heard, AppDb db) : IOn<Counted>
    {
        public Task HandleAsync(IReadOnlyList<Counted> facts, CancellationToken cancellation)
        {
            // Heard only once the transaction holds: what a failed run took is not counted.
            foreach (var fact in facts)
            {
                heard.FailIfChosen(fact);
                db.AfterCommit(() => heard.Add(fact));
            }

            return Task.CompletedTask;
        }
    }
}
