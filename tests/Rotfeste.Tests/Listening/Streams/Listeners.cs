using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Watching;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening.Streams;

/// <summary>What tests of the intake do to an app: plant searches and accounts, and look at what came of the stream.</summary>
internal static class Listeners
{
    public static Task<TestApp> StartAsync(LoopbackJetstream stream, Provider provider = Provider.Sqlite, TestDatabase? database = null) =>
        TestApp.StartAsync(provider, settings: s => s with { Streams = [stream.Address] }, database: database);

    public static async Task<SearchId> SearchAsync(this TestApp app, OrganisationId organisation, string query)
    {
        var id = SearchId.New();
        await app.InAsync(organisation, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new Search { Id = id, Organisation = organisation, Name = query, Query = query, CreatedAt = SystemClock.Instance.GetCurrentInstant() });
            db.AfterCommit(services.GetRequiredService<WatchSignal>().Set);
            await db.SaveChangesAsync();
        });
        return id;
    }

    /// <summary>Changes a search as the use case does.</summary>
    public static Task ChangeAsync(this TestApp app, OrganisationId organisation, SearchId search, Action<Search> change) =>
        app.InAsync(organisation, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            change(await db.Set<Search>().SingleAsync(s => s.Id == search));
            db.AfterCommit(services.GetRequiredService<WatchSignal>().Set);
            await db.SaveChangesAsync();
        });

    public static async Task<ChannelId> ConnectAsync(this TestApp app, OrganisationId organisation, string account)
    {
        var channel = Channel.Connect(
            organisation, new SignedInAccount(new Uri("http://127.0.0.1:9"), account, "kommunen.example", "Kommunen"), PersonId.New(), SystemClock.Instance.GetCurrentInstant());
        await app.InAsync(organisation, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            channel.Pause(SystemClock.Instance.GetCurrentInstant());
            db.Add(channel);
            db.AfterCommit(services.GetRequiredService<WatchSignal>().Set);
            await db.SaveChangesAsync();
        });
        return channel.Id;
    }

    /// <summary>Waits until the stream is open and held against what was planted.</summary>
    public static Task ListeningAsync(this TestApp app, LoopbackJetstream stream, int searches, int connections = 1) =>
        Eventually.ShouldHoldAsync(() =>
        {
            stream.Cursors.Count.ShouldBeGreaterThanOrEqualTo(connections);
            app.Services.GetRequiredService<WatchKeeper>().Current.Searches.Count.ShouldBe(searches);
        });

    public static Task<List<KeptPost>> PostsAsync(this TestApp app, OrganisationId organisation) =>
        app.InAsync(organisation, s => s.GetRequiredService<AppDb>().Set<KeptPost>().AsNoTracking().OrderBy(p => p.CreatedAt).ToListAsync());

    public static Task<List<Mention>> MentionsAsync(this TestApp app, OrganisationId organisation) =>
        app.InAsync(organisation, s => s.GetRequiredService<AppDb>().Set<Mention>().AsNoTracking().OrderByDescending(m => m.At).ToListAsync());

    public static Task ShouldHaveMentionsAsync(this TestApp app, OrganisationId organisation, int count) =>
        Eventually.ShouldHoldAsync(async () => (await app.MentionsAsync(organisation)).Count.ShouldBe(count));
}
