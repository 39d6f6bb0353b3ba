using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.People.Notices;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Deadlines;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_is_soon_due_comes_first_its_people_are_told_before_and_new_aims_move_what_waits(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var now = SystemClock.Instance.GetCurrentInstant();
        var young = await world.AskedAsync("Nettopp spurt", author: "ung", at: now - Duration.FromMinutes(10));
        var soon = await world.AskedAsync("Snart for sent", author: "snart", at: now - Duration.FromMinutes(200));
        var late = await world.AskedAsync("Altfor sent", author: "sen", at: now - Duration.FromHours(6));
        var kari = await world.SignInAsync(DialogueWorld.Kari);

        var inbox = await kari.OpenAsync($"{world.Path}/inbox");
        inbox.Document.QuerySelectorAll("[data-row]").Select(r => r.GetAttribute("data-row")).ShouldBe([$"{late}", $"{soon}", $"{young}"]);
        inbox.Document.QuerySelector($"[data-row='{late}'] [data-state=late]")!.TextContent.ShouldBe("2 t over");
        inbox.Document.QuerySelector($"[data-row='{soon}'] [data-state=soon]")!.TextContent.ShouldContain("min igjen");
        inbox.Document.QuerySelector($"[data-row='{young}'] [data-state=waiting]").ShouldNotBeNull();
        (await kari.OpenAsync($"{world.Path}/inbox/{soon}")).Document.QuerySelector(".rf-conv-head [data-state=soon]")!.TextContent.ShouldContain("Svar innen");

        // Told before it is late, and of what is soon due alone: the late one says so itself.
        await Eventually.ShouldHoldAsync(async () => (await NoticesAsync(world)).ShouldContain(a => a.EndsWith($"inbox/{soon}", StringComparison.Ordinal)));
        (await NoticesAsync(world)).ShouldNotContain(a => a.EndsWith($"inbox/{young}", StringComparison.Ordinal));

        var owner = await world.SignInAsync(DialogueWorld.Kari);
        var page = await owner.OpenAsync($"{world.Path}/deadlines");
        var refused = await owner.SendAsync(page, $"{world.Path}/deadlines", [.. Week("8–16"), ("first-all", "to timer"), ("lead", "60"), ("days", "julaften")]);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelector("[name=first-all]")!.GetAttribute("value").ShouldBe("to timer");
        refused.Text.ShouldContain("julaften");
        await owner.SendAsync(page, $"{world.Path}/deadlines", [.. Week("0–24"), ("first-all", "100"), ("lead", "30"), ("days", "24.12 8–12")]);
        await Eventually.ShouldHoldAsync(async () => (await world.ConversationAsync(late)).DueAt.ShouldBe((await world.ConversationAsync(late)).WaitingSince + Duration.FromHours(100)));
    }

    [Fact]
    public async Task Only_who_leads_sets_deadlines_and_labels_and_only_for_the_own_organisation()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var neighbour = await world.NeighbourAsync();
        var thea = await world.SignInAsync(DialogueWorld.Thea);
        (await thea.OpenAsync($"{world.Path}/deadlines")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var owner = await world.SignInAsync(DialogueWorld.Kari);
        (await owner.OpenAsync($"{neighbour.Path}/deadlines")).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await owner.OpenAsync($"{world.Path}/deadlines");
        await owner.SendAsync(page, $"{world.Path}/deadlines", [.. Week("8–16"), ("first-all", "2"), ("lead", "60")]);
        (await world.ReadAsync(db => db.Set<ResponsePlan>().CountAsync())).ShouldBe(1);
        (await neighbour.ReadAsync(db => db.Set<ResponsePlan>().CountAsync())).ShouldBe(0);
    }

    private static IEnumerable<(string, string)> Week(string hours) => Enumerable.Range(1, 7).Select(d => ($"day-{d}", hours));

    private static Task<List<string>> NoticesAsync(DialogueWorld world) =>
        world.ReadAsync(db => db.Set<WrittenNotice>().Where(n => n.Kind == "conversation-due" || n.Kind == "conversations-due").Select(n => n.Address).ToListAsync());
}
