using System.Net;

namespace Rotfeste.Tests.Networks.Faults;

/// <summary>Whoever connects an account and meets a fault is told what it is and where it can be mended; nothing is stored.</summary>
[Collection<ReferenceNetworkCollection>]
public sealed class ConnectingTests(ReferenceNetwork network, ConnectedProduct product) : IClassFixture<ConnectedProduct>
{
    private const string Place = "Channels/Bluesky";

    [NetworkFact]
    public async Task A_wrong_app_password_is_said_at_the_password() =>
        await ShouldSayAsync(Words.Of(Place, "Refused.Password"));

    [NetworkFact]
    public async Task A_handle_that_nobody_has_is_said_at_the_handle() =>
        await ShouldSayAsync(Words.Of(Place, "Refused.Handle", "finnes-ikke.test"), "finnes-ikke.test");

    [NetworkFact]
    public async Task A_server_that_is_down_is_said_at_the_server()
    {
        await network.Proxy.Stop();
        await ShouldSayAsync(Words.Of(Place, "Refused.Unreachable", "localhost"));
    }

    [NetworkFact]
    public async Task A_server_that_takes_too_long_is_said_at_the_server()
    {
        await network.Proxy.Add(Fault.Delay(9_000) with { Path = "createSession" });
        await ShouldSayAsync(Words.Of(Place, "Refused.Slow", "localhost"));
    }

    [NetworkFact]
    public async Task A_web_page_instead_of_an_answer_is_no_Bluesky_server()
    {
        await network.Proxy.Add(Fault.Html() with { Path = "createSession" });
        await ShouldSayAsync(Words.Of(Place, "Refused.NotBluesky", "localhost"));
    }

    [NetworkFact]
    public async Task Broken_JSON_is_no_Bluesky_server()
    {
        await network.Proxy.Add(Fault.MalformedJson() with { Path = "createSession" });
        await ShouldSayAsync(Words.Of(Place, "Refused.NotBluesky", "localhost"));
    }

    [NetworkFact]
    public async Task An_error_of_the_server_is_said_to_be_its_own()
    {
        await network.Proxy.Add(Fault.Error(500, "InternalServerError") with { Path = "createSession" });
        await ShouldSayAsync(Words.Of(Place, "Refused.ServerError", "localhost"));
    }

    [NetworkFact]
    public async Task Too_many_sign_ins_say_in_how_many_minutes_one_may_try_again()
    {
        await network.Proxy.Add(Fault.TooMany(DateTimeOffset.UtcNow.AddSeconds(170)) with { Path = "createSession" });
        await ShouldSayAsync(Words.Of(Place, "Refused.RateLimited.other", 3, "localhost"));
    }

    [NetworkFact]
    public async Task Too_many_sign_ins_without_a_time_mean_a_minute()
    {
        await network.Proxy.Add(Fault.TooMany() with { Path = "createSession" });
        await ShouldSayAsync(Words.Of(Place, "Refused.RateLimited.one", 1, "localhost"));
    }

    [NetworkFact]
    public async Task A_private_address_that_nobody_opened_is_refused_before_anything_is_sent() =>
        await ShouldSayAsync(Words.Of(Place, "Refused.Address", "10.1.2.3"), server: "http://10.1.2.3");

    private async Task ShouldSayAsync(string words, string? handle = null, string? server = null)
    {
        var other = await network.CreateAccount(ReferenceNetwork.NewHandle("nabo"));
        try
        {
            var seen = await product.Desk.ConnectAsync(server ?? network.At.Proxy, handle ?? other.Handle, "feil-feil-feil-feil");

            seen.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, seen.Text);
            seen.Text.ShouldContain(words);
            seen.Html.ShouldContain(handle ?? other.Handle);
            seen.Html.ShouldNotContain("feil-feil");
            (await product.Desk.OpenAsync("channels")).Text.ShouldNotContain(other.Handle);
        }
        finally
        {
            await network.Proxy.Reset();
        }
    }
}
