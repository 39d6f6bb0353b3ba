using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.Json;

namespace Rotfeste.Tests.Networks;

/// <summary>The ground that the other tests stand on: is the network what they take it for?</summary>
[Collection<ReferenceNetworkCollection>]
public sealed class ReferenceNetworkTests(ReferenceNetwork network, ITestOutputHelper output)
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [NetworkFact]
    public async Task A_mention_reaches_the_open_stream_and_the_one_who_is_mentioned()
    {
        var organisation = await network.CreateAccount(ReferenceNetwork.NewHandle("kommune"), "Nordvik kommune");
        var stranger = await network.CreateAccount(ReferenceNetwork.NewHandle("kari"));
        await using var stream = await StreamListener.Open($"{network.At.Jetstreams[0]}?wantedCollections=app.bsky.feed.post", Ending);
        using var http = new HttpClient { BaseAddress = new Uri(network.At.Proxy) };
        await SignIn(http, organisation.Handle, await network.CreateAppPassword(organisation.Handle, "rotfeste"));

        var clock = Stopwatch.StartNew();
        var post = await network.Post(new NewPost(stranger.Handle, $"Når kommer bussen, @{organisation.Handle}?")
        {
            Mentions = [organisation.Handle],
            Images = [new NewImage("Et tomt busskur")],
        });
        output.WriteLine($"posted after {clock.ElapsedMilliseconds} ms");

        var told = await stream.Next(told => Commit(told)?.GetProperty("rkey").GetString() == post.Rkey);
        output.WriteLine($"in the stream after {clock.ElapsedMilliseconds} ms");
        told.GetProperty("did").GetString().ShouldBe(stranger.Did);
        told.GetProperty("commit").GetProperty("cid").GetString().ShouldBe(post.Cid);
        told.GetProperty("commit").GetProperty("record").GetProperty("text").GetString().ShouldBe(post.Record.GetProperty("text").GetString());

        var notification = await Eventually(async () =>
            (await http.GetFromJsonAsync<JsonElement>("/xrpc/app.bsky.notification.listNotifications", Ending))
            .GetProperty("notifications").EnumerateArray().FirstOrDefault(one => one.GetProperty("uri").GetString() == post.Uri));
        output.WriteLine($"in the notifications after {clock.ElapsedMilliseconds} ms");
        notification.GetProperty("reason").GetString().ShouldBe("mention");
    }

    [NetworkFact]
    public async Task Our_Jetstream_is_understood_by_a_client_that_others_wrote()
    {
        var (code, said) = await Launcher.Run("check-jetstream.mjs", network.At.Control, network.At.Jetstreams[0]);
        output.WriteLine(said);
        code.ShouldBe(0, said);
    }

    [NetworkFact]
    public async Task A_swallowed_answer_leaves_one_record_however_often_it_is_repeated()
    {
        var account = await network.CreateAccount(ReferenceNetwork.NewHandle("per"));
        using var http = new HttpClient { BaseAddress = new Uri(network.At.Proxy) };
        await SignIn(http, account.Handle, account.Password);
        await network.Proxy.Reset();
        await network.Proxy.Add(Fault.Swallow() with { Path = "putRecord", Times = 1 });

        var record = new
        {
            repo = account.Did,
            collection = "app.bsky.feed.post",
            rkey = "3n2v7g2q2hk2h",
            swapRecord = (string?)null,
            record = new { type = "app.bsky.feed.post", text = "Bare én gang", createdAt = "2026-01-01T00:00:00.000Z" },
        };
        var body = JsonSerializer.Serialize(record).Replace("\"type\"", "\"$type\"", StringComparison.Ordinal);
        await Should.ThrowAsync<HttpRequestException>(() => Put(http, body));
        (await network.Records(account.Handle)).Count.ShouldBe(1);

        (await Put(http, body)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Put(http, body.Replace("Bare", "Ikke bare", StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await network.Records(account.Handle)).Count.ShouldBe(1);
        var seen = await network.Proxy.Requests("putRecord");
        seen.Select(request => request.Fault).ShouldBe(["swallow", null, null]);
        seen.All(request => request.PassedOn).ShouldBeTrue();
        seen[0].BodyHash.ShouldBe(seen[1].BodyHash);
    }

    [NetworkFact]
    public async Task A_stopped_data_server_comes_back_with_what_it_had()
    {
        var account = await network.CreateAccount(ReferenceNetwork.NewHandle("ola"));
        await network.Post(account.Handle, "Før");
        await using var stream = await StreamListener.Open(network.At.Jetstreams[1], Ending);

        await network.StopDataServer();
        using var http = new HttpClient { BaseAddress = new Uri(network.At.Pds) };
        await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync("/xrpc/com.atproto.server.describeServer", Ending));
        await network.StartDataServer();

        var after = await network.Post(account.Handle, "Etter");
        (await network.Records(account.Handle)).Select(record => record.Value.GetProperty("text").GetString()).ShouldBe(["Før", "Etter"]);
        await stream.Next(told => Commit(told)?.GetProperty("rkey").GetString() == after.Rkey);
    }

    [NetworkFact]
    public async Task A_deletion_and_a_takedown_are_told_in_the_stream()
    {
        var account = await network.CreateAccount(ReferenceNetwork.NewHandle("ida"));
        var post = await network.Post(account.Handle, "Angrer straks");
        await using var stream = await StreamListener.Open($"{network.At.Jetstreams[0]}?wantedDids={account.Did}", Ending);

        await network.Delete(post.Uri);
        var deleted = await stream.Next(told => Commit(told)?.GetProperty("operation").GetString() == "delete");
        deleted.GetProperty("commit").GetProperty("rkey").GetString().ShouldBe(post.Rkey);

        await network.SetStatus(account.Handle, AccountStatus.TakenDown);
        var told = (await stream.Next(told => told.GetProperty("kind").GetString() == "account")).GetProperty("account");
        told.GetProperty("active").GetBoolean().ShouldBeFalse();
        told.GetProperty("status").GetString().ShouldBe("takendown");
    }

    [NetworkFact]
    public void Every_server_listens_on_loopback_alone()
    {
        var at = network.At;
        string[] addresses = [at.Pds, at.Proxy, at.Appview, at.Plc, at.Control, .. at.Jetstreams];
        int[] ports = [.. addresses.Select(address => new Uri(address).Port), at.Smtp.Port, at.Postgres.Port];

        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(end => ports.Contains(end.Port)).ToList();
        listeners.Select(end => end.Port).Distinct().Count().ShouldBe(ports.Length);
        listeners.ShouldAllBe(end => IPAddress.IsLoopback(end.Address));
    }

    [NetworkFact]
    public async Task A_killed_launcher_leaves_no_server_behind()
    {
        var (launcher, line) = await Launcher.Start("postgres.mjs");
        await using var _ = launcher;
        var port = JsonSerializer.Deserialize<JsonElement>(line).GetProperty("postgres").GetProperty("port").GetInt32();
        (await Answers(port)).ShouldBeTrue();

        launcher.Kill();

        (await Eventually(async () => await Answers(port) ? null : "gone")).ShouldBe("gone");
    }

    private static JsonElement? Commit(JsonElement told) => told.TryGetProperty("commit", out var commit) ? commit : null;

    private static async Task SignIn(HttpClient http, string identifier, string password)
    {
        var answer = await http.PostAsJsonAsync("/xrpc/com.atproto.server.createSession", new { identifier, password }, Ending);
        var session = await answer.Content.ReadFromJsonAsync<JsonElement>(Ending);
        http.DefaultRequestHeaders.Authorization = new("Bearer", session.GetProperty("accessJwt").GetString());
        // Sign-in names the data server to speak to from now on; here it must be the address we came by.
        session.GetProperty("didDoc").GetProperty("service")[0].GetProperty("serviceEndpoint").GetString()
            .ShouldBe(http.BaseAddress!.GetLeftPart(UriPartial.Authority));
    }

    private static Task<HttpResponseMessage> Put(HttpClient http, string body) =>
        http.PostAsync("/xrpc/com.atproto.repo.putRecord", new StringContent(body, null, "application/json"), Ending);

    private static async Task<bool> Answers(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, Ending);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<T> Eventually<T>(Func<Task<T?>> find)
    {
        for (var end = DateTime.UtcNow.AddSeconds(10); DateTime.UtcNow < end; await Task.Delay(30, Ending))
        {
            if (await find() is { } found && !found.Equals(default(T)))
            {
                return found;
            }
        }

        throw new TimeoutException("Waited ten seconds in vain.");
    }
}
