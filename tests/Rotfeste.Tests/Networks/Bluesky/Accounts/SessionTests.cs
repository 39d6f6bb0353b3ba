using System.Buffers.Text;
using System.Text;
using Rotfeste.Networks;
using Rotfeste.Networks.Bluesky.Ids;

namespace Rotfeste.Tests.Networks.Bluesky.Accounts;

public sealed class SessionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sign_in_gives_tokens_and_says_where_the_account_lives()
    {
        var server = StubServer.Ok(Signed(Token("""{"exp":1795348800}""")));
        var session = (await server.Client().CreateSession("kari.test", "abcd-efgh", Cancel)).Value!;
        server.Body.ShouldBe("""{"identifier":"kari.test","password":"abcd-efgh"}""");
        session.Did.Value.ShouldBe("did:plc:kari");
        session.Handle.Value.ShouldBe("kari.test");
        session.Active.ShouldBeTrue();
        session.Server.ShouldBe(new Uri("https://oyster.host.example"));
        session.AccessExpires.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1_795_348_800));
    }

    [Fact]
    public async Task A_session_never_shows_its_tokens()
    {
        var answer = await StubServer.Ok(Signed("secret-access")).Client().CreateSession("kari.test", "x", Cancel);
        $"{answer} {answer.Value}".ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("opaque")]
    [InlineData("a.b.c")]
    [InlineData("a.!!.c")]
    public async Task A_token_that_says_no_end_has_none(string token) =>
        (await StubServer.Ok(Signed(token)).Client().RefreshSession("r", Cancel)).Value!.AccessExpires.ShouldBeNull();

    [Theory]
    [InlineData("""{"exp":"soon"}""")]
    [InlineData("""{"exp":-1}""")]
    [InlineData("""{"exp":1e99}""")]
    [InlineData("{")]
    [InlineData("[]")]
    public async Task A_token_that_says_nonsense_has_no_end(string claims) =>
        (await StubServer.Ok(Signed(Token(claims))).Client().RefreshSession("r", Cancel)).Value!.AccessExpires.ShouldBeNull();

    [Fact]
    public async Task A_closed_account_says_so_in_its_session()
    {
        const string Json = """{"did":"did:plc:kari","handle":"<b>","accessJwt":"a","refreshJwt":"r","active":false,"status":"takendown"}""";
        var session = (await StubServer.Ok(Json).Client().RefreshSession("r", Cancel)).Value!;
        (session.Active, session.Status, session.Handle).ShouldBe((false, "takendown", Handle.Invalid));
    }

    [Theory]
    [InlineData("""{"did":"did:plc:kari","accessJwt":"a"}""")]
    [InlineData("""{"did":"kari","accessJwt":"a","refreshJwt":"r"}""")]
    [InlineData("""{"did":"did:plc:kari","accessJwt":"","refreshJwt":"r"}""")]
    [InlineData("""{"did":"did:plc:kari","accessJwt":"a\r\nX-Evil: 1","refreshJwt":"r"}""")]
    [InlineData("""{"did":"did:plc:kari","accessJwt":"a","refreshJwt":"r å"}""")]
    public async Task A_session_without_its_parts_is_no_session(string json)
    {
        var failure = (await StubServer.Ok(json).Client().CreateSession("kari.test", "x", Cancel)).Failure!;
        failure.Kind.ShouldBe(FailureKind.NotJson);
    }

    [Fact]
    public async Task A_refresh_whose_answer_is_lost_may_have_used_up_the_token()
    {
        var server = StubServer.Breaks(new HttpRequestException(HttpRequestError.ResponseEnded));
        (await server.Client().RefreshSession("r", Cancel)).Failure!.MayHaveHappened.ShouldBeTrue();
    }

    [Fact]
    public async Task A_profile_is_read_with_its_pictures_only_when_they_are_web_addresses()
    {
        var server = StubServer.Ok("""{"did":"did:plc:kari","handle":"kari.test","displayName":" ","avatar":"javascript:alert(1)","followersCount":3,"postsCount":99999999999}""");
        var profile = (await server.Client().GetProfile(Did.Parse("did:plc:kari"), "t", Cancel)).Value!;
        (profile.Author.DisplayName, profile.Author.Avatar, profile.Followers, profile.Posts).ShouldBe((null, null, 3, 0));
    }

    private static string Token(string claims) => $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.sig";

    private static string Signed(string access) =>
        $$$"""
        {"did":"did:plc:kari","handle":"kari.test","accessJwt":"{{{access}}}","refreshJwt":"secret-refresh",
         "didDoc":{"service":[{"type":"Other","serviceEndpoint":"https://no.example"},
           {"id":"#atproto_pds","type":"AtprotoPersonalDataServer","serviceEndpoint":"https://oyster.host.example"}]}}
        """;
}
