using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening.Requests;

public sealed class MeetRequestTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task An_author_gets_a_copy_as_a_file_and_then_erasure_and_the_ledger_says_so_without_a_name(Provider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
        var elsewhere = OrganisationId.New();
        foreach (var where in new[] { organisation, elsewhere })
        {
            await KeepAsync(app, where, "a", "geir.example", "Første om vann");
            await KeepAsync(app, where, "b", "geir.nytt.example", "Andre om \"skole\"");
            await KeepAsync(app, where, "c", "liv.example", "Fra en annen", "did:plc:liv");
        }

        var page = await owner.OpenAsync($"{path}/searches/requests");
        page.Html.ShouldNotContain("geir.");
        (await owner.SendAsync(page, $"{path}/searches/requests/exports", ("author", "ukjent.example"), ("case", "24/117"))).Text.ShouldContain("No posts by this account");
        (await owner.SendAsync(page, $"{path}/searches/requests/exports", ("author", "geir.example"), ("case", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var file = await owner.SendAsync(page, $"{path}/searches/requests/exports", ("author", "@Geir.Example"), ("case", "24/117"));
        file.Status.ShouldBe(HttpStatusCode.OK);
        var posts = JsonDocument.Parse(file.Html).RootElement.GetProperty("posts");
        posts.EnumerateArray().Select(p => p.GetProperty("Text").GetString()).ShouldBe(["Første om vann", "Andre om \"skole\""]);

        var after = await owner.SendAsync(page, $"{path}/searches/requests/erasures", ("author", "geir.example"), ("case", "24/117"));
        after.Status.ShouldBe(HttpStatusCode.OK);
        after.Text.ShouldContain("24/117");
        after.Html.ShouldNotContain("geir.");
        (await TextsAsync(app, organisation)).ShouldBe(["", "", "Fra en annen"]);
        (await TextsAsync(app, elsewhere)).ShouldBe(["Første om vann", "Andre om \"skole\"", "Fra en annen"]);
        await app.InAsync(organisation, async s =>
        {
            (await s.GetRequiredService<AppDb>().Set<KeptPost>().CountAsync(p => p.Erased == ErasedBecause.Requested)).ShouldBe(2);
            var lines = await s.GetRequiredService<LedgerLines>().FindAsync(organisation, "author-", "", CancellationToken.None);
            lines.Select(l => l.Kind).ShouldBe(["author-export", "author-erasure"]);
            lines.ShouldAllBe(l => !l.Data.Contains("geir") && !l.Data.Contains("24/117"));
        });
    }

    [Fact]
    public async Task Words_that_were_carried_in_by_hand_are_found_by_the_name_there_and_no_account_of_the_same_name_is()
    {
        await using var app = await TestApp.StartAsync(Provider.Sqlite);
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
        await KeepAsync(app, organisation, "a", "", "Fra gruppa", "gruppa/ola nordby", "by-hand:Gruppa", "Ola Nordby");
        await KeepAsync(app, organisation, "b", "ola.example", "Fra en konto", "did:plc:ola", name: "Ola Nordby");

        var page = await owner.OpenAsync($"{path}/searches/requests");
        var file = await owner.SendAsync(page, $"{path}/searches/requests/exports", ("author", "Ola Nordby"), ("case", "24/118"));
        JsonDocument.Parse(file.Html).RootElement.GetProperty("posts").EnumerateArray().Select(p => p.GetProperty("Text").GetString()).ShouldBe(["Fra gruppa"]);
    }

    private static Task<List<string>> TextsAsync(TestApp app, OrganisationId organisation) => app.InAsync(organisation, async s =>
        await s.GetRequiredService<AppDb>().Set<KeptPost>().OrderBy(p => p.Uri).Select(p => p.Text).ToListAsync());

    private static Task KeepAsync(TestApp app, OrganisationId organisation, string key, string handle, string text, string account = "did:plc:geir",
        string network = "bluesky", string name = "") =>
        app.InAsync(organisation, async s =>
        {
            var post = new NetworkPost(
                network, $"at://{account}/app.bsky.feed.post/{key}", "cid", null, new NetworkAuthor(account, handle, name), text, false, ["nb"],
                SystemClock.Instance.GetCurrentInstant(), null, null, null, [], [], [], 0);
            await s.GetRequiredService<Rotfeste.Listening.Contracts.Posts>().KeepAsync([post], CancellationToken.None);
            await s.GetRequiredService<AppDb>().SaveChangesAsync();
        });
}
