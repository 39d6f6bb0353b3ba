using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Events;
using Rotfeste.Channels.Orders;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Initiatives;
using Rotfeste.Tests.Networks.Journeys;

namespace Rotfeste.Tests.Networks.Faults;

/// <summary>
/// The network's server cannot be reached for three days, by a clock that the test moves; people there go on writing to us. The network is
/// whatever is connected, and only what it holds is counted.
/// </summary>
internal sealed class LongOutage : IAsyncDisposable
{
    private const string Before = "når brøytes veien til Nordneset?";
    private const string Answer = "Veien brøytes før klokka sju.";

    private readonly InitiativeWorld _world;
    private readonly Visitor _kari;

    private LongOutage(InitiativeWorld world, Visitor kari) => (_world, _kari) = (world, kari);

    public static async Task<LongOutage> StartAsync(Func<Visitor, Task> connect)
    {
        var world = await InitiativeWorld.MakeAsync(adjust: OnARealNetwork);
        var outage = new LongOutage(world, await world.SignInAsync(InitiativeWorld.Kari));
        try
        {
            await connect(outage._kari);
            return outage;
        }
        catch
        {
            await outage.DisposeAsync();
            throw;
        }
    }

    /// <param name="ola">Who writes to us, before and meanwhile.</param>
    /// <param name="goAway">From now on the server cannot be reached from here.</param>
    /// <param name="comeBack">Now it can.</param>
    public async Task WalkAsync(Stranger ola, Func<Task> goAway, Func<Task> comeBack)
    {
        var asked = await ola.SayAsync(Before);
        var conversation = "";
        await Eventually.ShouldHoldAsync(async () => conversation = Rows(await InboxAsync(), Before).ShouldHaveSingleItem());

        await goAway();
        var meanwhile = new List<string>();
        try
        {
            await AnswerAsync(conversation);
            await ShouldWaitAsync();
            foreach (var words in (string[])["er biblioteket åpent på lørdag?", "hvem eier grusveien bak skolen?", "kan hunden være med på bussen?"])
            {
                await ola.SayAsync(words);
                meanwhile.Add(words);
                _world.Clock.Move(Duration.FromDays(1));
                await ShouldWaitAsync();
            }

            await Eventually.ShouldHoldAsync(async () =>
                (await OpenAsync(conversation)).Text.ShouldContain(Words.Of("Dialogue/Turns", "Reason.Unreachable")));
            (await ola.AnswersAsync(asked)).ShouldBeEmpty();
        }
        finally
        {
            await comeBack();
        }

        // The account is left in peace for some minutes yet.
        await Eventually.ShouldHoldAsync(async () =>
        {
            _world.Clock.Move(Duration.FromMinutes(1));
            (await ChannelAsync()).State.ShouldBe(ChannelState.Connected);
        });
        await Eventually.ShouldHoldAsync(async () =>
        {
            var inbox = await InboxAsync();
            meanwhile.Where(words => Rows(inbox, words).Count != 1).ShouldBeEmpty();
        });
        await Eventually.ShouldHoldAsync(async () => Product.Desk.SaysSent(await OpenAsync(conversation)).ShouldBeTrue());
        (await ola.AnswersAsync(asked)).ShouldHaveSingleItem().ShouldContain(Answer);
        (await ReadAsync(db => db.Set<RawEvent>().GroupBy(e => e.PostUri).Where(g => g.Key != "" && g.Count() > 1).CountAsync())).ShouldBe(0);
    }

    public ValueTask DisposeAsync()
    {
        _kari.Dispose();
        return _world.DisposeAsync();
    }

    internal static void OnARealNetwork(IServiceCollection services)
    {
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ROTFESTE_POLL_SECONDS"] = "0.3", ["ROTFESTE_NETWORK_SECONDS"] = "5", ["ROTFESTE_REGRET_SECONDS"] = "0.3", ["ROTFESTE_APPVIEW"] = "off",
            })
            .Build());

        // The example's accounts are invented, and nobody is asked about them; here the people are invented and the account is real.
        services.AddSingleton<IHostedService>(all => ActivatorUtilities.CreateInstance<AccountPolling>(
            all, all.GetRequiredService<Settings>() with { IsExample = false }));
    }

    // Asked again, in vain, and left in peace for a while.
    private Task ShouldWaitAsync() => Eventually.ShouldHoldAsync(async () =>
    {
        var (channel, now) = (await ChannelAsync(), _world.Clock.GetCurrentInstant());
        channel.State.ShouldBe(ChannelState.Unreachable);
        channel.Until.ShouldNotBeNull().ShouldBeGreaterThan(now);
        (await ReadAsync(db => db.Set<Item>().AsNoTracking().SingleAsync())).State.ShouldBeOneOf(ItemState.Queued, ItemState.Sending, ItemState.OutcomeUnknown);
    });

    private async Task AnswerAsync(string conversation)
    {
        var seen = await _kari.SendAsync(
            await OpenAsync(conversation), $"/fjordvik/conversations/{conversation}/answers", ("text", Answer), ("signature", "name"));
        seen.Status.ShouldBe(System.Net.HttpStatusCode.OK, seen.Text);
    }

    private Task<Channel> ChannelAsync() => ReadAsync(db => db.Set<Channel>().AsNoTracking().SingleAsync());

    private Task<Seen> InboxAsync() => _kari.OpenAsync("/fjordvik/inbox?view=all");

    private Task<Seen> OpenAsync(string conversation) => _kari.OpenAsync($"/fjordvik/inbox/{conversation}");

    private Task<T> ReadAsync<T>(Func<AppDb, Task<T>> read) =>
        _world.App.InAsync(_world.Organisation, services => read(services.GetRequiredService<AppDb>()));

    private static IReadOnlyList<string> Rows(Seen inbox, string words) =>
    [
        .. inbox.Document.QuerySelectorAll("[data-row]").Where(row => row.TextContent.Contains(words, StringComparison.Ordinal))
            .Select(row => row.GetAttribute("data-row")!),
    ];
}
