using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.Matching.Numbers;

namespace Rotfeste.Tests.Dialogue.Programs;

/// <summary>Programs do what people do, by the same rules.</summary>
public sealed class ProgramTests
{
    private static readonly string Number = MadeNumbers.Norwegian(new Random(7));

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_conversation_is_found_read_taken_labelled_answered_and_closed(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var id = await world.AskedAsync("Når kommer vannet tilbake?", name: "Ingrid");
        var label = Label.Of(world.Organisation, "Vann");
        await world.ReadAsync(async db =>
        {
            db.Add(label);
            return await db.SaveChangesAsync();
        });
        using var kari = await Program.OfAsync(world, DialogueWorld.Kari);
        using var jonas = await Program.OfAsync(world, DialogueWorld.Jonas);

        var listed = (await kari.ReadAsync("conversations")).GetProperty("conversations")[0];
        listed.GetProperty("id").GetGuid().ShouldBe(id.Value);
        listed.GetProperty("state").GetString().ShouldBe("waiting-for-us");
        listed.GetProperty("text").GetString().ShouldBe("Når kommer vannet tilbake?");

        (await kari.SendAsync(HttpMethod.Post, $"conversations/{id}/assignment", new { })).Status.ShouldBe(HttpStatusCode.NoContent);
        var late = await jonas.SendAsync(HttpMethod.Post, $"conversations/{id}/assignment", new { });
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        JsonDocument.Parse(late.Body).RootElement.GetProperty("title").GetString()!.ShouldContain("Kari");
        (await kari.SendAsync(HttpMethod.Put, $"conversations/{id}/labels", new { labels = new[] { label.Id.Value } })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await kari.SendAsync(HttpMethod.Put, $"conversations/{id}/labels", new { labels = new[] { Guid.NewGuid() } })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var thread = await kari.ReadAsync($"conversations/{id}");
        thread.GetProperty("conversation").GetProperty("takenBy").GetProperty("name").GetString()!.ShouldContain("Kari");
        thread.GetProperty("conversation").GetProperty("labels")[0].GetProperty("name").GetString().ShouldBe("Vann");
        var reply = new { text = "Rundt kl. 18.", seen = thread.GetProperty("seen").GetInt32(), signature = "name" };
        var sent = await kari.SendAsync(HttpMethod.Post, $"conversations/{id}/replies", reply, "svar-1");
        sent.Status.ShouldBe(HttpStatusCode.Created, sent.Body);
        (await kari.SendAsync(HttpMethod.Post, $"conversations/{id}/replies", reply, "svar-1")).ShouldBe(sent);
        (await kari.SendAsync(HttpMethod.Post, $"conversations/{id}/replies", reply with { text = "Kl. 19." }, "svar-1")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var stored = await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync());
        stored.By.ShouldBe(world.Person(DialogueWorld.Kari));
        stored.Text.ShouldBe("Rundt kl. 18.");
        (await kari.ReadAsync($"conversations/{id}")).GetProperty("turns")[1].GetProperty("state").GetString().ShouldBe("queued");

        (await kari.SendAsync(HttpMethod.Post, $"conversations/{id}/closure", new { outcome = "solved" })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.Closed);
        (await kari.SendAsync(HttpMethod.Delete, $"conversations/{id}/closure")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await world.ConversationAsync(id)).ClosedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task The_same_answer_sent_twelve_times_at_once_goes_out_once(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var id = await world.AskedAsync("Er biblioteket åpent?");
        using var kari = await Program.OfAsync(world, DialogueWorld.Kari);
        var seen = (await kari.ReadAsync($"conversations/{id}")).GetProperty("seen").GetInt32();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => kari.SendAsync(
            HttpMethod.Post, $"conversations/{id}/replies", new { text = "Ja, til kl. 20.", seen, signature = "name" }, "bibliotek")));
        answers.Select(a => a.Status).ShouldAllBe(s => s == HttpStatusCode.Created);
        answers.Select(a => a.Body).Distinct().ShouldHaveSingleItem();
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_page_refuses_or_asks_about_is_told_as_a_problem_and_nothing_is_sent()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("Hva koster barnehagen?");
        using var kari = await Program.OfAsync(world, DialogueWorld.Kari);
        var seen = (await kari.ReadAsync($"conversations/{id}")).GetProperty("seen").GetInt32();
        async Task<JsonElement> RefusedAsync(object reply, string? key = "k", HttpStatusCode status = HttpStatusCode.UnprocessableEntity)
        {
            var answer = await kari.SendAsync(HttpMethod.Post, $"conversations/{id}/replies", reply, key);
            answer.Status.ShouldBe(status, answer.Body);
            return JsonDocument.Parse(answer.Body).RootElement;
        }

        await RefusedAsync(new { text = "Hei", seen, signature = "name" }, key: null, HttpStatusCode.BadRequest);
        await RefusedAsync(new { seen }, status: HttpStatusCode.BadRequest);
        (await RefusedAsync(new { text = "", seen, signature = "name" })).GetProperty("refusals").GetArrayLength().ShouldBe(1);
        var held = await RefusedAsync(new { text = $"Er nummeret {Number} ditt?", seen, signature = "name" });
        held.GetProperty("private")[0].GetProperty("code").GetString().ShouldNotBeNullOrEmpty();

        await world.WriteToUsAsync("Og SFO?", root: await world.UriOfAsync((await world.ConversationAsync(id)).LastPost));
        await Eventually.ShouldHoldAsync(async () => (await world.ConversationAsync(id)).LastNumber.ShouldBe(seen + 1));
        (await RefusedAsync(new { text = "3 000 kroner", seen, signature = "name" })).GetProperty("seen").GetInt32().ShouldBe(seen + 1);
        (await world.ReadAsync(db => db.Set<WrittenAnswer>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Private_numbers_are_dots_also_while_the_person_looks_at_them()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync($"Mitt nummer er {Number}, hjelp!");
        using var kari = await Program.OfAsync(world, DialogueWorld.Kari);
        await world.ReadAsync(async db =>
        {
            var sight = NumberSight.Of(await db.Set<Conversation>().SingleAsync(c => c.Id == id), world.Person(DialogueWorld.Kari));
            sight.Open(SystemClock.Instance.GetCurrentInstant());
            db.Add(sight);
            return await db.SaveChangesAsync();
        });
        (await kari.ReadAsync($"conversations/{id}")).GetRawText().ShouldNotContain(Number);
        (await kari.ReadAsync("conversations")).GetRawText().ShouldNotContain(Number);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_what_cannot_be_read_is_refused()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var now = SystemClock.Instance.GetCurrentInstant();
        for (var i = 0; i < 60; i++)
            await world.WriteToUsAsync($"Spørsmål {i}", $"person{i}", now - Duration.FromMinutes(i));
        await Eventually.ShouldHoldAsync(async () => (await world.ReadAsync(db => db.Set<Conversation>().CountAsync())).ShouldBe(60));
        using var kari = await Program.OfAsync(world, DialogueWorld.Kari);
        var first = await kari.ReadAsync("conversations?view=all");
        var second = await kari.ReadAsync($"conversations?view=all&after={first.GetProperty("next").GetString()}");
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
        first.GetProperty("conversations").EnumerateArray().Concat(second.GetProperty("conversations").EnumerateArray())
            .Select(c => c.GetProperty("id").GetGuid()).Distinct().Count().ShouldBe(60);
        (await kari.SendAsync(HttpMethod.Get, "conversations?view=none")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await kari.SendAsync(HttpMethod.Get, "conversations?after=1.zz")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await kari.SendAsync(HttpMethod.Get, "conversations?label=x")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await kari.SendAsync(HttpMethod.Get, "nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await kari.SendAsync(HttpMethod.Get, $"conversations/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await kari.SendAsync(HttpMethod.Patch, "conversations")).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }
}
