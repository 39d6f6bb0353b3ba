using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Listening.Mentions;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening.Tips;

public sealed class TipTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_tip_becomes_a_mention_with_its_givers_name(Provider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);

        var form = await owner.OpenAsync($"{path}/tips?title=Avisa&text={Uri.EscapeDataString("Se her https://avis.example/sak")}");
        form.Document.QuerySelector("input[name=url]")!.GetAttribute("value").ShouldBe("https://avis.example/sak");
        form.Document.QuerySelector("input[name=title]")!.GetAttribute("value").ShouldBe("Avisa");
        (await owner.SendAsync(form, $"{path}/tips", ("url", "javascript:alert(1)"), ("title", ""), ("why", "x"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var saved = await owner.SendAsync(form, $"{path}/tips", ("url", "https://avis.example/sak#del"), ("title", "Avisa om oss"), ("why", "De tar feil om skolen"));
        saved.Text.ShouldContain("Nobody has looked at it yet");
        await owner.SendAsync(form, $"{path}/tips", ("url", "https://avis.example/sak"), ("title", "En gang til"), ("why", ""));

        var mentions = await owner.OpenAsync($"{path}/mentions");
        mentions.Document.QuerySelectorAll("article").Length.ShouldBe(1);
        mentions.Text.ShouldContain("Tip from Kari Lunde. De tar feil om skolen");
        mentions.Document.QuerySelector("article form[action$='/conversation']").ShouldBeNull();

        var id = await app.InAsync(organisation, async s => (await s.GetRequiredService<AppDb>().Set<Mention>().SingleAsync()).Id);
        await owner.SendAsync(mentions, $"{path}/mentions/{id}/dismissal");
        (await owner.OpenAsync($"{path}/tips")).Text.ShouldContain("Looked at, nothing for us");

        using var manifest = await owner.Http.GetAsync($"{path}/app.webmanifest");
        (await manifest.Content.ReadAsStringAsync()).ShouldContain($"\"share_target\":{{\"action\":\"{path}/tips\"");
    }
}
