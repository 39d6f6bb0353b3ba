using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Sessions;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Tests.Channels.Fakes;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Channels.Connections;

public sealed class ConnectChannelTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_connected_account_stands_in_the_list_and_its_secrets_are_sealed(Provider provider)
    {
        await using var world = await ChannelWorld.StartAsync(provider);

        var page = await world.ConnectAsync(handle: "@Fjordvik.example ");

        page.Address.ShouldBe($"{world.Path}/channels");
        page.Text.ShouldContain("Fjordvik kommune");
        page.Text.ShouldContain("@fjordvik.example");
        page.Text.ShouldContain("Connected");
        (await world.CardAsync()).Account.ShouldBe(world.Ours.Did);
        var session = (await world.RowsAsync<ChannelSession>()).ShouldHaveSingleItem();
        string[] secrets = [ChannelWorld.Password, "access-", "refresh-"];
        string[] stored = [session.SealedPassword, session.SealedAccess, session.SealedRefresh];
        stored.ShouldAllBe(s => !secrets.Any(secret => s.Contains(secret, StringComparison.Ordinal)));
        (await world.RowsAsync<LedgerEntry>()).ShouldContain(e => e.Kind == "channel-connected");
    }

    public static TheoryData<string, string, string> Faults => new()
    {
        { "createSession", "wrong password", "Bluesky did not accept the app password. Create a new one in your Bluesky settings and paste it here." },
        { "createSession", "second factor", "Use an app password instead of the account’s own password." },
        { "createSession", "429 with header", "asks us to wait. Try again in 2 minutes." },
        { "createSession", "429 without header", "asks us to wait. Try again in one minute." },
        { "createSession", "taken down", "@fjordvik.example is closed or suspended at Bluesky." },
        { "createSession", "500", "127.0.0.1 answers with an error of its own." },
        { "createSession", "html", "127.0.0.1 answers, but not as a Bluesky server does." },
        { "createSession", "broken json", "127.0.0.1 answers, but not as a Bluesky server does." },
        { "createSession", "other json", "127.0.0.1 answers, but not as a Bluesky server does." },
        { "createSession", "slow", "127.0.0.1 took too long to answer." },
        { "createSession", "hangs up", "We do not reach 127.0.0.1." },
        { "resolveHandle", "not found", "Bluesky finds no account called @fjordvik.example." },
        { "resolveHandle", "html", "127.0.0.1 answers, but not as a Bluesky server does." },
        { "resolveHandle", "slow", "127.0.0.1 took too long to answer." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_goes_wrong_at_the_network_is_said_in_words_and_nothing_is_stored(string method, string trouble, string words)
    {
        await using var world = await ChannelWorld.StartAsync();
        world.Pds.Fail(method, Find(trouble));

        var page = await world.ConnectAsync(password: "typed-secret-word");

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain(words);
        page.Document.QuerySelector("#f-handle")!.GetAttribute("value").ShouldBe("fjordvik.example");
        page.Document.QuerySelector("#f-server")!.GetAttribute("value").ShouldBe(world.Pds.Address.ToString());
        page.Html.ShouldNotContain("typed-secret-word");
        (await world.RowsAsync<Channel>()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ftp://pds.example", "fjordvik.example", "x", "Write the address of a server")]
    [InlineData("https://pds.example/path?x=<script>", "fjordvik.example", "x", "Write the address of a server")]
    [InlineData("https://pds.example", "<script>alert(1)</script>", "x", "Write the handle as it stands at Bluesky")]
    [InlineData("https://pds.example", "ikke et brukernavn", "x", "Write the handle as it stands at Bluesky")]
    [InlineData("https://pds.example", "fjordvik.example", "", "Paste the app password here.")]
    [InlineData("http://10.0.0.7", "fjordvik.example", "x", "10.0.0.7 is a private address, and it is not opened for this installation.")]
    [InlineData("http://[::1]:9", "fjordvik.example", "x", "is a private address")]
    public async Task What_is_typed_wrong_comes_back_with_what_to_do(string server, string handle, string password, string words)
    {
        await using var world = await ChannelWorld.StartAsync();

        var page = await world.ConnectAsync(server, handle, password);

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain(words);
        page.Document.QuerySelector("#f-handle")!.GetAttribute("value").ShouldBe(handle);
        page.Document.Scripts.ShouldAllBe(s => s.Source != null && s.Source.Contains("/dist/"));
    }

    [Fact]
    public async Task A_server_that_is_down_is_said_to_be_out_of_reach()
    {
        await using var world = await ChannelWorld.StartAsync();

        var page = await world.ConnectAsync("http://127.0.0.1:9");

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("We do not reach 127.0.0.1.");
    }

    [Fact]
    public async Task The_same_account_cannot_be_connected_twice_but_again_after_it_was_disconnected()
    {
        await using var world = await ChannelWorld.StartAsync();
        var first = await world.ConnectedAsync();

        (await world.ConnectAsync()).Text.ShouldContain("@fjordvik.example is connected already.");

        var page = await world.Owner.OpenAsync($"{world.Path}/channels/{first.Id}");
        await world.Owner.SendAsync(page, $"{world.Path}/channels/{first.Id}/disconnection");
        (await world.RowsAsync<ChannelSession>()).ShouldBeEmpty();
        (await world.ConnectedAsync()).Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task A_network_that_cannot_say_who_the_account_is_does_not_stop_the_connecting()
    {
        await using var world = await ChannelWorld.StartAsync();
        world.Pds.Fail("getProfile", Troubles.ServerError);

        (await world.ConnectedAsync()).DisplayName.ShouldBe("");
        (await world.Owner.OpenAsync($"{world.Path}/channels")).Document.QuerySelector("h2 a")!.TextContent.ShouldBe("fjordvik.example");
    }

    private static Trouble Find(string name) => name switch
    {
        "wrong password" => Troubles.Says(401, "AuthenticationRequired"),
        "second factor" => Troubles.Says(401, "AuthFactorTokenRequired"),
        "429 with header" => Troubles.RateLimited(100),
        "429 without header" => Troubles.RateLimited(null),
        "taken down" => Troubles.Says(401, "AccountTakedown"),
        "500" => Troubles.ServerError,
        "html" => Troubles.Html,
        "broken json" => Troubles.BrokenJson,
        "other json" => Troubles.OtherJson,
        "slow" => Troubles.Slow(TimeSpan.FromSeconds(5)),
        "hangs up" => Troubles.HangsUp,
        _ => Troubles.Says(400, "InvalidRequest"),
    };
}
