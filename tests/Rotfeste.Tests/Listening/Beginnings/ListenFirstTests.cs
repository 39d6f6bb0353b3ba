using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Searches;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening.Beginnings;

public sealed class ListenFirstTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task The_first_weeks_end_in_words_that_an_initiative_begins_with(Provider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
        var empty = await owner.OpenAsync($"{path}/mentions/beginning");
        empty.Text.ShouldContain("The two weeks begin with the first search.");
        empty.Document.QuerySelector("form[action$='/initiative']").ShouldBeNull();

        await app.InAsync(organisation, async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            db.Add(new Search
            {
                Id = SearchId.New(), Organisation = organisation, Name = "Vann", Kind = SearchKind.Field, Query = "vann*",
                CreatedAt = SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(4) - Duration.FromHours(1),
            });
            await db.SaveChangesAsync();
        });
        var page = await owner.OpenAsync($"{path}/mentions/beginning");
        page.Text.ShouldContain("This is day 5 of 14.");

        var tooLong = await owner.SendAsync(page, $"{path}/mentions/beginning", ("asked", new string('x', 1_001)), ("praised", "The pool"));
        tooLong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        tooLong.Document.QuerySelector("textarea[name=praised]")!.TextContent.ShouldBe("The pool");

        var kept = await owner.SendAsync(page, $"{path}/mentions/beginning", ("asked", "When snow is cleared, every day"), ("dialogue", "Snow & <water>"));
        kept.Text.ShouldContain("People ask: When snow is cleared, every day");
        kept.Text.ShouldContain("Snow & <water>");

        var begun = await owner.SendAsync(kept, $"{path}/mentions/beginning/initiative");
        begun.Address.ShouldStartWith($"{path}/initiatives/new?idea=");
        begun.Document.QuerySelector("input[name=title]")!.GetAttribute("value").ShouldBe("What we have heard");
        (await owner.OpenAsync($"{path}/ideas/{begun.Address.Split('=')[1]}")).Text.ShouldContain("We will enter: Snow & <water>");
    }
}
