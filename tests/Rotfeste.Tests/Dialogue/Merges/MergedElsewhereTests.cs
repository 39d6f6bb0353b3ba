using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Exports;
using Rotfeste.Dialogue.Keepings;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Merges;

/// <summary>What went into another is told to programs, packed for the archive and forgotten with the one it is part of.</summary>
public sealed class MergedElsewhereTests
{
    [Fact]
    public async Task It_is_told_packed_and_forgotten_with_the_one_it_is_part_of()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var longAgo = SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(900);
        var whole = await world.AskedAsync("Dere lovet gjerde langs elva", at: longAgo);
        var asked = await world.WriteToUsAsync("Når kommer lysmasten på Nes?", "geir", longAgo);
        var part = await world.ConversationOfAsync(asked);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{part}/archive"), $"{world.Path}/conversations/{part}/archive", ("case", "24/117"));
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{whole}/merging?q=lysmasten"), $"{world.Path}/conversations/{whole}/merges", ("other", $"{part}"));

        await TellsAsync(world, whole, part);
        await IsPackedAsync(world, kari, whole, part);

        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{whole}"), $"{world.Path}/conversations/{whole}/closure", ("outcome", "Solved"));
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/keeping"), $"{world.Path}/inbox/keeping", ("choice", "forget"), ("days", "730"));
        await ForgetAsync(world);
        foreach (var id in new[] { whole, part })
            (await world.ConversationAsync(id)).ForgottenAt.ShouldNotBeNull();
        (await kari.OpenAsync($"{world.Path}/inbox/{part}")).Text.ShouldNotContain("lysmasten");
        var after = await world.WriteToUsAsync("Lysmasten på Nes er der ennå ikke", "geir", root: await world.UriOfAsync(asked));
        (await world.ConversationOfAsync(after)).ShouldNotBe(whole, "where the words went is not known any longer");
    }

    private static async Task TellsAsync(DialogueWorld world, ConversationId whole, ConversationId part)
    {
        using var program = await Programs.Program.OfAsync(world, DialogueWorld.Kari);
        var told = (await program.ReadAsync($"conversations/{part}")).GetProperty("conversation");
        (told.GetProperty("state").GetString(), told.GetProperty("mergedInto").GetGuid()).ShouldBe(("merged", whole.Value));
        (await program.ReadAsync("conversations?view=all")).GetProperty("conversations").GetArrayLength().ShouldBe(1);
        (await program.SendAsync(HttpMethod.Post, $"conversations/{part}/assignment", new { })).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    // The flag came along, so that the one that is left is not forgotten before the archive has it.
    private static async Task IsPackedAsync(DialogueWorld world, Visitor kari, ConversationId whole, ConversationId part)
    {
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/archive"), $"{world.Path}/archive/exports");
        await Eventually.ShouldHoldAsync(async () => (await world.ReadAsync(db => db.Set<ArchiveExport>().AsNoTracking().SingleAsync())).State.ShouldBe(ExportState.Ready));
        var export = await world.ReadAsync(db => db.Set<ArchiveExport>().AsNoTracking().SingleAsync());
        var list = await kari.OpenAsync($"{world.Path}/archive");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create(list.Token.Name, list.Token.Value)]);
        using var answer = await kari.Http.PostAsync($"{world.Path}/archive/exports/{export.Id}/parts/1", form);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var file = zip.GetEntry($"{whole}/conversation.json")!.Open();
        var packed = (await JsonDocument.ParseAsync(file)).RootElement;
        packed.GetProperty("parts").EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(part.Value);
        packed.GetProperty("turns").EnumerateArray().Select(t => t.GetProperty("text").GetString()).ShouldBe(
            ["Dere lovet gjerde langs elva", "Når kommer lysmasten på Nes?"], ignoreOrder: true);
        await kari.SendAsync(list, $"{world.Path}/archive/exports/{export.Id}/receipt");
    }

    private static Task ForgetAsync(DialogueWorld world) => world.App.InAsync(world.Organisation, async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        var chain = (await db.Set<KeepingRule>().AsNoTracking().SingleAsync()).Chain;
        await db.WriteAsync(
            async () =>
            {
                await services.GetRequiredService<ForgetConversations>().DoAsync(
                    new ForgetConversationsJob(world.Organisation, chain, 1), new DueTry(1), CancellationToken.None);
                await db.SaveChangesAsync();
            },
            CancellationToken.None);
    });
}
