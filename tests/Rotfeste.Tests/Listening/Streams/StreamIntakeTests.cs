using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Streams;
using Rotfeste.Listening.Volumes;
using Rotfeste.Listening.Watching;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening.Streams;

public sealed class StreamIntakeTests
{
    private const string Geir = "did:plc:geirnesgeirnesgeirnes12";
    private const string Liv = "did:plc:livdalelivdalelivdale123";
    private readonly OrganisationId fjordvik = OrganisationId.New();
    private readonly OrganisationId nabo = OrganisationId.New();

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_post_that_searches_fit_is_one_mention_however_often_it_comes(Provider provider)
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream, provider);
        var name = await app.SearchAsync(fjordvik, "Fjordvik");
        var water = await app.SearchAsync(fjordvik, "vann*");
        await app.ListeningAsync(stream, searches: 2);

        for (var i = 0; i < 3; i++)
            stream.Post(Geir, "a", "Er vannet trygt i Fjordvik?");
        stream.Post(Liv, "b", "Noe helt annet");
        stream.Post(Liv, "c", "Fint vann i dag");

        await app.ShouldHaveMentionsAsync(fjordvik, 2);
        var posts = await app.PostsAsync(fjordvik);
        posts.Select(p => p.Text).ShouldBe(["Er vannet trygt i Fjordvik?", "Fint vann i dag"]);
        posts[0].AuthorKey.ShouldNotContain("geir");
        await app.InAsync(fjordvik, async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            (await db.Set<Hit>().CountAsync()).ShouldBe(3);
            (await db.Set<HourCount>().Where(c => c.Search == HourCount.All).SumAsync(c => c.Count)).ShouldBe(2);
            (await db.Set<HourCount>().Where(c => c.Search == water).SumAsync(c => c.Count)).ShouldBe(2);
            (await db.Set<HourCount>().Where(c => c.Search == name).SumAsync(c => c.Count)).ShouldBe(1);
        });
    }

    [Fact]
    public async Task Each_organisation_gets_what_its_own_searches_fit()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream);
        await app.SearchAsync(fjordvik, "Fjordvik");
        await app.SearchAsync(nabo, "Nabovik");
        await app.ListeningAsync(stream, searches: 2);

        stream.Post(Geir, "a", "Fjordvik er fint");
        stream.Post(Geir, "b", "Nabovik er fint");
        stream.Post(Geir, "c", "Fjordvik og Nabovik slås sammen?");

        await app.ShouldHaveMentionsAsync(fjordvik, 2);
        await app.ShouldHaveMentionsAsync(nabo, 2);
        var (ours, theirs) = (await app.PostsAsync(fjordvik), await app.PostsAsync(nabo));
        ours.ShouldNotContain(p => p.Text == "Nabovik er fint");
        theirs.ShouldNotContain(p => p.Text == "Fjordvik er fint");
        ours[0].AuthorKey.ShouldNotBe(theirs[0].AuthorKey);
    }

    [Fact]
    public async Task Mentions_are_ordered_by_the_networks_time_whatever_order_they_came_in()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream);
        await app.SearchAsync(fjordvik, "Fjordvik");
        await app.ListeningAsync(stream, searches: 1);
        var now = DateTimeOffset.UtcNow;

        stream.Post(Geir, "a", "Fjordvik 2", createdAt: now.AddMinutes(-20));
        stream.Post(Geir, "b", "Fjordvik 1", createdAt: now.AddMinutes(-30));
        stream.Post(Geir, "c", "Fjordvik 3, sier den, fra i morgen", createdAt: now.AddDays(1));

        await app.ShouldHaveMentionsAsync(fjordvik, 3);
        var posts = await app.PostsAsync(fjordvik);
        posts.Select(p => p.Text[..10]).ShouldBe(["Fjordvik 1", "Fjordvik 2", "Fjordvik 3"]);
        posts[2].CreatedAt.ShouldBeLessThanOrEqualTo(posts[2].StoredAt);
    }

    [Fact]
    public async Task A_changed_search_works_at_once_and_stops_when_paused()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream);
        var search = await app.SearchAsync(fjordvik, "Fjordvik");
        await app.ListeningAsync(stream, searches: 1);
        stream.Post(Geir, "a", "brøyting i Lia");
        stream.Post(Geir, "b", "Fjordvik");
        await app.ShouldHaveMentionsAsync(fjordvik, 1);

        var keeper = app.Services.GetRequiredService<WatchKeeper>();
        var before = keeper.Current;
        await app.ChangeAsync(fjordvik, search, s => s.Change("Vinter", SearchKind.Field, "brøyt*"));
        await Eventually.ShouldHoldAsync(() => keeper.Current.ShouldNotBeSameAs(before));
        stream.Post(Geir, "c", "brøytebilen står");
        stream.Post(Geir, "d", "Fjordvik igjen");

        await app.ShouldHaveMentionsAsync(fjordvik, 2);
        (await app.PostsAsync(fjordvik)).Select(p => p.Text).ShouldBe(["Fjordvik", "brøytebilen står"]);
        stream.Cursors.Count.ShouldBe(1, "The stream was not opened anew.");

        await app.ChangeAsync(fjordvik, search, s => s.Stop(NodaTime.SystemClock.Instance.GetCurrentInstant()));
        await Eventually.ShouldHoldAsync(() =>
            app.Services.GetRequiredService<SourceStanding>().Now.State.ShouldBe(SourceState.NotWanted));
    }

    [Fact]
    public async Task The_stream_stays_closed_until_somebody_listens()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream);

        app.Services.GetRequiredService<SourceStanding>().Now.State.ShouldBe(SourceState.NotWanted);
        await app.SearchAsync(fjordvik, "Fjordvik");
        await app.ListeningAsync(stream, searches: 1);

        stream.Cursors.Count.ShouldBe(1, "It was opened for the search, and not before.");
    }

    [Fact]
    public async Task Broken_frames_and_unknown_kinds_are_counted_and_the_stream_goes_on()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream);
        await app.SearchAsync(fjordvik, "Fjordvik");
        await app.ListeningAsync(stream, searches: 1);

        stream.Send("<html>", stream.NextUs());
        stream.Send("{}", stream.NextUs());
        stream.Send("""{"did":"did:plc:x","time_us":"later","kind":"commit"}""", stream.NextUs());
        var us = stream.NextUs();
        stream.Send($$$"""{"did":"{{{Geir}}}","time_us":{{{us}}},"kind":"sync","sync":{"rev":"3k"}}""", us);
        us = stream.NextUs();
        stream.Send("""{"did":"GEIR","time_us":999,"kind":"commit","commit":{"rev":"3k","operation":"create","collection":"app.bsky.feed.post","rkey":"z","record":{"text":17,"facets":"none","embed":[],"reply":{"parent":3},"langs":{"nb":1}}}}""".Replace("GEIR", Geir, StringComparison.Ordinal).Replace("999", $"{us}", StringComparison.Ordinal), us);
        stream.Post(Geir, "a", "Fjordvik \u0000 med nullbyte, \u200b\u202e og halve tegn");

        await app.ShouldHaveMentionsAsync(fjordvik, 1);
        var standing = app.Services.GetRequiredService<SourceStanding>().Now;
        standing.State.ShouldBe(SourceState.Live);
        standing.Malformed.ShouldBe(3);
        standing.Unknown.ShouldBe(1);
        (await app.PostsAsync(fjordvik))[0].Text.ShouldStartWith("Fjordvik ");
    }

    [Fact]
    public async Task A_text_of_a_hundred_thousand_characters_is_cut_and_said_to_be()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream);
        await app.SearchAsync(fjordvik, "Fjordvik");
        await app.ListeningAsync(stream, searches: 1);

        stream.Post(Geir, "a", "Fjordvik " + new string('å', 100_000));
        stream.Post(Geir, "b", "Fjordvik etterpå");

        await app.ShouldHaveMentionsAsync(fjordvik, 2);
        var posts = await app.PostsAsync(fjordvik);
        posts[0].IsCut.ShouldBeTrue();
        posts[0].Text.Length.ShouldBeLessThan(100_000);
        posts[1].IsCut.ShouldBeFalse();
    }
}
