using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Orders;
using Rotfeste.People;
using Rotfeste.People.Organisations;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Channels.Fakes;

/// <summary>The product with an owner signed in, and a network with the organisation's account and a citizen.</summary>
internal sealed class ChannelWorld : IAsyncDisposable
{
    public const string Password = "abcd-efgh-ijkl-mnop";

    private ChannelWorld(TestApp app, FakePds pds)
    {
        (App, Pds) = (app, pds);
        Owner = app.NewVisitor();
        Ours = pds.Network.Add("fjordvik.example", "Fjordvik kommune");
        Citizen = pds.Network.Add("kari.example", "Kari Nordmann");
    }

    public TestApp App { get; }

    public FakePds Pds { get; }

    public Visitor Owner { get; }

    public FakeAccount Ours { get; }

    public FakeAccount Citizen { get; }

    public OrganisationId Organisation { get; private set; }

    public string Path { get; private set; } = "";

    public static async Task<ChannelWorld> StartAsync(
        Provider provider = Provider.Sqlite, double poll = 0.1, Func<Settings, Settings>? settings = null, IClock? clock = null)
    {
        var chosen = new ChannelSettings(TimeSpan.FromSeconds(poll), TimeSpan.FromSeconds(poll * 2), TimeSpan.FromSeconds(1));
        var world = new ChannelWorld(await TestApp.StartAsync(
            provider, s => s.AddSingleton(chosen).AddSingleton(clock ?? SystemClock.Instance), settings), await FakePds.StartAsync());
        await world.SetUpAsync();
        return world;
    }

    public async Task<Seen> ConnectAsync(string? server = null, string? handle = null, string password = Password)
    {
        var form = await Owner.OpenAsync($"{Path}/channels/new");
        return await Owner.SendAsync(
            form, $"{Path}/channels", ("server", server ?? Pds.Address.ToString()), ("handle", handle ?? Ours.Handle), ("password", password));
    }

    public async Task<ChannelCard> ConnectedAsync()
    {
        (await ConnectAsync()).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        return await CardAsync();
    }

    public Task<ChannelCard> CardAsync() => App.InAsync(Organisation, async services =>
        (await services.GetRequiredService<ConnectedChannels>().AllAsync(default)).ShouldHaveSingleItem());

    /// <summary>Orders an answer to something the citizen wrote.</summary>
    public async Task<ItemId> OrderAsync(ChannelId channel, string text = "Hei Kari. Vannet er tilbake kl. 14. – Jonas", Duration? wait = null, string? parent = null)
    {
        parent ??= Pds.Network.Tell(Ours, Citizen, "mention", "Når kommer vannet?", DateTimeOffset.UtcNow);
        var record = Pds.Network.Get(parent);
        var reference = new PostReference(parent, record is null ? "" : FakeNetwork.CidOf(record));
        var id = ItemId.New();
        await App.InAsync(Organisation, async services =>
        {
            var notBefore = SystemClock.Instance.GetCurrentInstant() + (wait ?? Duration.Zero);
            await services.GetRequiredService<Items>().SendAsync(
                new SendItem(id, channel, text, ["nb"], reference, reference, notBefore, PersonId.New()), default);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });
        return id;
    }

    public Task<ItemCard> ItemAsync(ItemId item) => App.InAsync(Organisation, async services =>
        (await services.GetRequiredService<Items>().FindAsync([item], default))[item]);

    public Task<ItemCard> ItemBecomesAsync(ItemId item, ItemState state, ItemReason reason = ItemReason.None) => HoldsAsync(
        () => ItemAsync(item), card => (card.State, card.Reason).ShouldBe((state, reason)));

    /// <summary>Waits until the account's events were asked for twice more: whatever one look could do is done.</summary>
    public async Task LookedAgainAsync()
    {
        var before = Pds.CallsOf("listNotifications");
        await Eventually.ShouldHoldAsync(() => Pds.CallsOf("listNotifications").ShouldBeGreaterThanOrEqualTo(before + 2));
    }

    public Task<ChannelCard> HealthBecomesAsync(ChannelState state) => HoldsAsync(CardAsync, card => card.Health.State.ShouldBe(state));

    public Task<List<T>> RowsAsync<T>()
        where T : class => App.InAsync(Organisation, services => services.GetRequiredService<AppDb>().Set<T>().AsNoTracking().ToListAsync());

    public async ValueTask DisposeAsync()
    {
        Owner.Dispose();
        await App.DisposeAsync();
        await Pds.DisposeAsync();
    }

    private static async Task<T> HoldsAsync<T>(Func<Task<T>> read, Action<T> check)
    {
        T last = default!;
        await Eventually.ShouldHoldAsync(async () => check(last = await read()));
        return last;
    }

    private async Task SetUpAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var code = await PeopleRoom.NewSetupCodeAsync(scope.ServiceProvider, default);
        var page = await Owner.OpenAsync("/setup");
        var seen = await Owner.SendAsync(
            page, "/setup", ("code", code!), ("organisation", "Fjordvik kommune"), ("kind", "Public"), ("country", "Norway"), ("language", "en"),
            ("name", "Jonas Berg"), ("email", "jonas@fjordvik.example"), ("password", "fire fisker i fjorden"));
        Path = "/" + seen.Address.Trim('/').Split('/')[0];
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        Organisation = (await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Organisation>().SingleAsync()).Id;
    }
}
