using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.SignIns;
using Rotfeste.People.Tokens;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.People.Tokens;

public sealed class TokenTests
{
    private const string Kari = "kari.lunde@fjordvik.example";
    private const string Jonas = "jonas.eide@fjordvik.example";
    private const string Tokens = "/fjordvik/profile/tokens";

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_token_is_shown_once_kept_as_a_hash_used_and_ended(Provider provider)
    {
        await using var world = await PeopleWorld.FjordvikAsync(provider);
        using var jonas = await world.SignInAsync(Jonas);
        (await jonas.SendAsync(await jonas.OpenAsync(Tokens), Tokens, ("name", ""), ("days", "9999"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var made = await jonas.SendAsync(
            await jonas.OpenAsync(Tokens), Tokens, ("name", "Fagsystemet"), ("days", "30"), ("scope", Scopes.ReadConversations));
        var code = made.Document.QuerySelector("[name=made]")!.GetAttribute("value")!;
        (await jonas.OpenAsync(Tokens)).Html.ShouldNotContain(code);
        var stored = await StoredAsync(world);
        (stored.Hash.Contains(code, StringComparison.Ordinal), stored.LastUsedOn).ShouldBe((false, null));
        (await world.EntriesAsync("token-made")).ShouldBe(1);

        (await AskAsync(world, code, "conversations")).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(world, code, $"conversations/{Guid.NewGuid()}/closure", HttpMethod.Delete)).ShouldBe(HttpStatusCode.Forbidden);
        (await AskAsync(world, code + "0", "conversations")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StoredAsync(world)).LastUsedOn.ShouldBe(world.Clock.GetCurrentInstant().InUtc().Date);

        var page = await jonas.OpenAsync(Tokens);
        using var kari = await world.SignInAsync(Kari);
        (await kari.PostAsync($"{Tokens}/{stored.Id}/removal", (await kari.OpenAsync(Tokens)).Token)).Status.ShouldBe(HttpStatusCode.NotFound);
        await jonas.SendAsync(page, $"{Tokens}/{stored.Id}/removal");
        (await AskAsync(world, code, "conversations")).ShouldBe(HttpStatusCode.Unauthorized);
        (await world.EntriesAsync("token-ended")).ShouldBe(1);
    }

    [Fact]
    public async Task A_token_dies_with_time_and_with_the_membership()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        var (first, second) = (await MakeAsync(world, Jonas), await MakeAsync(world, Kari));
        (await AskAsync(world, first, "conversations")).ShouldBe(HttpStatusCode.OK);

        using var kari = await world.SignInAsync(Kari);
        var gone = $"/fjordvik/people/{world.Fjordvik.People[Jonas]}/departure";
        var page = await kari.OpenAsync($"/fjordvik/people/{world.Fjordvik.People[Jonas]}");
        await kari.SendAsync(page, gone);
        (await AskAsync(world, first, "conversations")).ShouldBe(HttpStatusCode.Unauthorized);

        world.Clock.Move(Duration.FromDays(31));
        (await AskAsync(world, second, "conversations")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Too_many_calls_are_told_to_wait_as_a_problem()
    {
        await using var world = await PeopleWorld.EmptyAsync(limits: new SignInLimits(Programs: 2));
        for (var call = 1; call <= 2; call++)
            (await AskAsync(world, "", "conversations")).ShouldBe(HttpStatusCode.Unauthorized);
        using var http = new HttpClient();
        using var told = await http.GetAsync(new Uri(world.App.Address, "/api/v1/fjordvik/conversations"));
        told.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (told.Headers.RetryAfter!.Delta, told.Content.Headers.ContentType!.MediaType).ShouldBe((TimeSpan.FromMinutes(1), "application/problem+json"));
    }

    private static async Task<string> MakeAsync(PeopleWorld world, string mail)
    {
        using var visitor = await world.SignInAsync(mail);
        var made = await visitor.SendAsync(
            await visitor.OpenAsync(Tokens), Tokens, ("name", "Fagsystemet"), ("days", "30"), ("scope", Scopes.ReadConversations));
        return made.Document.QuerySelector("[name=made]")!.GetAttribute("value")!;
    }

    private static Task<PersonalToken> StoredAsync(PeopleWorld world) => world.App.InAsync(world.Fjordvik.Organisation, services =>
        services.GetRequiredService<AppDb>().Set<PersonalToken>().AsNoTracking().SingleAsync());

    private static async Task<HttpStatusCode> AskAsync(PeopleWorld world, string code, string address, HttpMethod? method = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(world.App.Address, $"/api/v1/fjordvik/{address}"));
        request.Headers.Authorization = new("Bearer", code);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
