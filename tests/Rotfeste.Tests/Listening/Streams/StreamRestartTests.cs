using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Listening.Streams;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening.Streams;

public sealed class StreamRestartTests
{
    private const string Geir = "did:plc:geirnesgeirnesgeirnes12";
    private readonly OrganisationId fjordvik = OrganisationId.New();

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_was_said_while_we_were_away_comes_once_after_a_restart(Provider provider)
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var database = await TestDatabase.MakeAsync(provider);
        var first = await Listeners.StartAsync(stream, database: database);
        await first.SearchAsync(fjordvik, "Fjordvik");
        await first.ListeningAsync(stream, searches: 1);
        for (var i = 0; i < 40; i++)
            stream.Post(Geir, $"before{i}", $"Fjordvik {i}");
        await first.ShouldHaveMentionsAsync(fjordvik, 40);
        await first.StopAsync();

        for (var i = 0; i < 40; i++)
            stream.Post(Geir, $"away{i}", $"Fjordvik mens vi var borte {i}");
        await using var second = await Listeners.StartAsync(stream, database: database);

        await second.ShouldHaveMentionsAsync(fjordvik, 80);
        stream.Cursors[^1].ShouldNotBeNull();
        (await second.PostsAsync(fjordvik)).Select(p => p.Uri).Distinct().Count().ShouldBe(80);
    }

    [Fact]
    public async Task A_broken_connection_is_opened_again_a_little_before_what_is_stored()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream);
        await app.SearchAsync(fjordvik, "Fjordvik");
        await app.ListeningAsync(stream, searches: 1);
        stream.Post(Geir, "a", "Fjordvik før");
        await app.ShouldHaveMentionsAsync(fjordvik, 1);

        await stream.DropAsync();
        stream.Post(Geir, "b", "Fjordvik imens");

        await app.ShouldHaveMentionsAsync(fjordvik, 2);
        stream.Cursors.Count.ShouldBe(2);
        var stored = await CursorAsync(app);
        stream.Cursors[1].ShouldNotBeNull().ShouldBeLessThan(stored);
    }

    [Fact]
    public async Task By_the_second_wire_the_same_is_found_erased_and_gone_on_from()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await TestApp.StartAsync(settings: s => s with { Streams = [stream.SecondAddress] });
        await app.SearchAsync(fjordvik, "Fjordvik");
        await app.ListeningAsync(stream, searches: 1);
        stream.Post(Geir, "a", "Fjordvik før");
        stream.Post(Geir, "b", "Noe helt annet");
        await app.ShouldHaveMentionsAsync(fjordvik, 1);

        await stream.DropAsync();
        stream.Post(Geir, "c", "Fjordvik mens det var brutt");
        stream.Delete(Geir, "a");

        await app.ShouldHaveMentionsAsync(fjordvik, 2);
        stream.Cursors[^1].ShouldNotBeNull();
        await Eventually.ShouldHoldAsync(async () => (await app.PostsAsync(fjordvik)).Select(p => p.Text).ShouldBe(["", "Fjordvik mens det var brutt"]));
    }

    [Fact]
    public async Task A_gap_longer_than_the_server_looks_back_is_kept_to_be_said_aloud()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var database = await TestDatabase.MakeAsync(Provider.Sqlite);
        var first = await Listeners.StartAsync(stream, database: database);
        await first.SearchAsync(fjordvik, "Fjordvik");
        await first.ListeningAsync(stream, searches: 1);
        stream.Post(Geir, "a", "Fjordvik før");
        await first.ShouldHaveMentionsAsync(fjordvik, 1);
        var stored = await CursorAsync(first);
        await first.InAsync(fjordvik, s => s.GetRequiredService<AppDb>().Set<StreamCursor>()
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.StoredUs, stored - (3_600L * 1_000_000))));
        await first.StopAsync();
        await first.DisposeAsync();

        stream.OldestUs = stored;
        await using var second = await Listeners.StartAsync(stream, database: database);
        stream.Post(Geir, "b", "Fjordvik etter");
        await second.ShouldHaveMentionsAsync(fjordvik, 2);

        var gap = (await second.InAsync(fjordvik, s => s.GetRequiredService<AppDb>().Set<StreamGapRow>().ToListAsync())).ShouldHaveSingleItem();
        (gap.Until - gap.From).TotalMinutes.ShouldBe(60, 1);
    }

    private Task<long> CursorAsync(TestApp app) =>
        app.InAsync(fjordvik, s => s.GetRequiredService<AppDb>().Set<StreamCursor>().Select(c => c.StoredUs).SingleAsync());
}
