using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Analysis.Targets;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Waits;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Reports;

public sealed class ReportTests
{
    private static readonly string[] Subjects = ["veien", "vannet", "skolen", "bussen", "hytta", "planen", "snøen"];

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Every_figure_leads_to_what_it_counted_and_nobody_is_shown_alone(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var neighbour = await world.NeighbourAsync();
        var now = SystemClock.Instance.GetCurrentInstant();
        var asked = new List<ConversationId>();
        foreach (var subject in Subjects)
            asked.Add(await world.AskedAsync($"Hva skjer med {subject}?", author: subject, at: now - Duration.FromHours(10)));

        // Five in an hour, one after nine; the seventh waits, and is late.
        for (var one = 0; one < 6; one++)
            await AnswerAsync(world, asked[one], DialogueWorld.Kari, now - Duration.FromHours(one < 5 ? 9 : 1));
        await world.AskedAsync("Takk, men når da?", author: Subjects[0], at: now - Duration.FromMinutes(5));

        var jonas = await world.SignInAsync(DialogueWorld.Jonas);
        var page = await jonas.OpenAsync($"{world.Path}/insight/response-times");
        page.Text.ShouldContain("Halvparten fikk første svar innen 1 t");
        foreach (var (part, count) in new[] { ("kind=FirstAnswer&part=asked", 8), ("kind=FirstAnswer&part=answered", 6), ("kind=FirstAnswer&part=late", 2) })
        {
            var link = page.Document.QuerySelectorAll("section[aria-labelledby=how-soon] a").First(a => a.GetAttribute("href")!.EndsWith(part, StringComparison.Ordinal));
            link.TextContent.ShouldStartWith(count.ToString(CultureInfo.InvariantCulture));
            (await jonas.OpenAsync(link.GetAttribute("href")!)).Document.QuerySelectorAll("[data-row]").Length.ShouldBe(count, part);
        }

        // One person alone answered here: neither the account nor the unit tells of it, nor does the address behind.
        page.Document.QuerySelector("section[aria-labelledby=by-channel]")!.TextContent.ShouldContain("for få til å vise");
        page.Document.QuerySelectorAll("section[aria-labelledby=by-channel] td").ShouldBeEmpty();
        (await jonas.OpenAsync($"{world.Path}/insight/response-times/conversations?part=late&channel={world.Channel}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var lines = (await jonas.OpenAsync($"{world.Path}/insight/response-times.csv")).Text;
        lines.ShouldContain("all,\"Alt\",first,now,8,6,5,2,60,");
        lines.ShouldNotContain("channel,\"'@fjordvik.no\",first,now,8");

        await ToldToProgramsAsync(world, neighbour);

        // What waits, and the figures of one's own.
        page.Document.QuerySelectorAll("section[aria-labelledby=ages] a").ShouldNotBeEmpty();
        (await jonas.OpenAsync($"{world.Path}/insight/response-times/conversations?age=1")).Document.QuerySelectorAll("[data-row]").Length.ShouldBe(1);
        (await jonas.OpenAsync($"{world.Path}/profile/answers")).Document.QuerySelector("table").ShouldBeNull();
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        (await kari.OpenAsync($"{world.Path}/profile/answers")).Document.QuerySelector("table")!.TextContent.ShouldContain("83");

        (await jonas.OpenAsync($"{neighbour.Path}/insight/response-times")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.ReadAsync(db => db.Set<Wait>().CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_was_there_before_is_caught_up_with_once_and_told_of_before_it_is_late(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var now = SystemClock.Instance.GetCurrentInstant();
        // Neither is urgent yet: what is, is warned of at once, and the warning is gone before one looks.
        var answered = await world.AskedAsync("Når åpner badet?", author: "bad", at: now - Duration.FromHours(2));
        await AnswerAsync(world, answered, DialogueWorld.Kari, now - Duration.FromHours(1));
        var waiting = await world.AskedAsync("Hvor leverer jeg glass?", author: "glass", at: now - Duration.FromMinutes(30));

        // As an older version left it: no waits, and no warning for what waits.
        await world.App.InAsync(world.Organisation, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await db.Set<Wait>().ExecuteDeleteAsync();
            await services.GetRequiredService<DueWork>().WithdrawAsync<WarnOfDueJob>(waiting.ToString(), CancellationToken.None);
            await db.SaveChangesAsync();
        });
        await CatchUpAsync(world);
        var once = await WaitsAsync(world);
        once.ShouldBe([$"{answered} Answered 3600 True", $"{waiting} Running 0 False"], ignoreOrder: true);
        (await WarningsAsync(world, waiting)).ShouldBe(1);

        await CatchUpAsync(world);
        (await WaitsAsync(world)).ShouldBe(once, ignoreOrder: true);
        (await WarningsAsync(world, waiting)).ShouldBe(1);
    }

    // The page's figures, and no more than the page shows.
    private static async Task ToldToProgramsAsync(DialogueWorld world, DialogueWorld neighbour)
    {
        const string Report = "reports/response-times";
        using var jonas = await Programs.Program.OfAsync(world, DialogueWorld.Jonas, Scopes.ReadReports);
        var told = await jonas.ReadAsync($"{Report}?weeks=4");
        var first = told.GetProperty("now").GetProperty("first");
        string.Join(' ', first.EnumerateObject().Select(f => f.Value)).ShouldStartWith("8 6 5 2 71 3600 ");
        told.GetProperty("byWeek").EnumerateArray().Sum(w => w.GetProperty("now").GetProperty("first").GetProperty("asked").GetInt32()).ShouldBe(8);
        var channel = told.GetProperty("channels").EnumerateArray().ShouldHaveSingleItem();
        channel.GetProperty("id").GetGuid().ShouldBe(world.Channel.Value);
        channel.GetProperty("now").ValueKind.ShouldBe(JsonValueKind.Null);
        told.GetProperty("units").EnumerateArray().ShouldAllBe(u => u.GetProperty("now").ValueKind == JsonValueKind.Null);
        told.GetRawText().ShouldNotContain(world.Person(DialogueWorld.Kari).ToString());

        foreach (var wrong in new[] { "weeks=5", "last=2026-13-01" })
            (await jonas.SendAsync(HttpMethod.Get, $"{Report}?{wrong}")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await jonas.SendAsync(HttpMethod.Get, "conversations")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var reader = await Programs.Program.OfAsync(world, DialogueWorld.Jonas, Scopes.ReadConversations);
        (await reader.SendAsync(HttpMethod.Get, Report)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var next = await Programs.Program.OfAsync(neighbour, "nora@storelva.example", Scopes.ReadReports);
        (await next.ReadAsync(Report)).GetProperty("now").GetProperty("first").GetProperty("asked").GetInt32().ShouldBe(0);
    }

    // As the network would tell us that it went out then.
    private static Task AnswerAsync(DialogueWorld world, ConversationId id, string by, Instant at) => world.App.InAsync(world.Organisation, async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        await db.WriteAsync(
            async () =>
            {
                var conversation = await db.Set<Conversation>().Include(c => c.Posts).SingleAsync(c => c.Id == id);
                var (order, person) = (ItemId.New(), world.Person(by));
                var answer = WrittenAnswer.Of(
                    conversation, conversation.Answer(order, person, at), order, new AnswerInput("Det ser vi på.", "Kari", conversation.LastNumber), person, at, at);
                db.Add(answer);
                answer.WasSent(at);
                conversation.AnswerWasSent(order, conversation.LastNumber, at);
                await services.GetRequiredService<DueTimes>().SetAsync(conversation, CancellationToken.None);
                await db.SaveChangesAsync();
            },
            CancellationToken.None);
    });

    private static Task CatchUpAsync(DialogueWorld world) => world.App.InAsync(world.Organisation, async services =>
        (await ActivatorUtilities.CreateInstance<CatchUpWaits>(services).DoAsync(new CatchUpWaitsJob(world.Organisation), new DueTry(1), CancellationToken.None)).ShouldBe(DueOutcome.Done));

    private static Task<List<string>> WaitsAsync(DialogueWorld world) => world.ReadAsync(async db =>
        (await db.Set<Wait>().ToListAsync()).ConvertAll(w => $"{w.Conversation} {w.End} {w.Worked} {w.By == world.Person(DialogueWorld.Kari)}"));

    private static Task<int> WarningsAsync(DialogueWorld world, ConversationId id) => world.ReadAsync(db => db.Set<DueRow>().CountAsync(r => r.Job == "dialogue-warn-of-due" && r.Key == id.ToString()));
}
