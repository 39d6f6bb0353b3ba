using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Listening.KnownAccounts;
using Rotfeste.Listening.Searches;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening.KnownAccounts;

public sealed class KnownAccountsTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Searches_name_an_account_only_while_an_owner_has_entered_what_it_is_and_why(Provider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
        var query = "(vann author:avisen.example) OR @avisen.example OR link:bsky.app/profile/avisen.example";
        (await SaveAsync(owner, path, query)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var page = await owner.OpenAsync($"{path}/searches/accounts");
        var refused = await owner.SendAsync(page, $"{path}/searches/accounts", ("handle", "avisen example"), ("reason", "fordi"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelectorAll(".rf-invalid").Length.ShouldBe(3);
        refused.Document.QuerySelector("input[name=handle]")!.GetAttribute("value").ShouldBe("avisen example");

        var entered = await owner.SendAsync(
            page, $"{path}/searches/accounts", ("handle", "@Avisen.Example"), ("kind", "Media"), ("reason", "The local newspaper's own account."));
        entered.Status.ShouldBe(HttpStatusCode.OK);
        entered.Text.ShouldContain("@avisen.example");
        (await SaveAsync(owner, path, query)).Address.ShouldBe($"{path}/mentions");
        (await owner.SendAsync(page, $"{path}/searches/accounts", ("handle", "avisen.example"), ("kind", "Media"), ("reason", "The local newspaper again.")))
            .Text.ShouldContain("already");

        var id = await app.InAsync(organisation, async s => (await s.GetRequiredService<AppDb>().Set<KnownAccount>().SingleAsync()).Id);
        await owner.SendAsync(entered, $"{path}/searches/accounts/{id}/removal");
        var search = await app.InAsync(organisation, async s => await s.GetRequiredService<AppDb>().Set<Search>().SingleAsync());
        search.StoppedAt.ShouldNotBeNull();
        var again = await owner.SendAsync(await owner.OpenAsync($"{path}/searches"), $"{path}/searches/{search.Id}/resumption");
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain("not your own");

        var ledger = await app.InAsync(organisation, async s =>
            await s.GetRequiredService<Rotfeste.Platform.Ledger.LedgerLines>().FindAsync(organisation, "search-account-", "", CancellationToken.None));
        ledger.Select(l => l.Kind).ShouldBe(["search-account-entered", "search-account-removed"]);
        ledger.ShouldAllBe(l => !l.Data.Contains("avis") && !l.Data.Contains("newspaper"));
    }

    private static async Task<Seen> SaveAsync(Visitor owner, string path, string query) => await owner.SendAsync(
        await owner.OpenAsync($"{path}/searches"), $"{path}/searches", ("name", "Avisen"), ("kind", "Others"), ("names", ""), ("about", ""), ("not", ""), ("query", query));
}
