using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Exports;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ledger;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Archives;

public sealed class ArchiveExportTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_is_flagged_is_packed_fetched_checked_and_lies_in_the_archive_once_somebody_says_so(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var fence = await world.AskedAsync("Dere lovet gjerde langs elva i 2019. <script>alert(1)</script>");
        var school = await world.AskedAsync("Når flytter skolen til Øvre Fjordvik?", "geir");
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{fence}"), $"{world.Path}/conversations/{fence}/answers", ("text", "Gjerdet er bestilt og settes opp i mai."));
        var answer = await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync());
        await world.TellAsync(new ItemSent(world.Organisation, answer.Order, world.Channel, answer.By, SystemClock.Instance.GetCurrentInstant()));
        await Eventually.ShouldHoldAsync(async () => (await world.ConversationAsync(fence)).State.ShouldBe(ConversationState.WaitingForThem));
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{school}/harassment"), $"{world.Path}/conversations/{school}/harassment", ("kind", "Hate"), ("words", "Gjelder en gruppe elever."), ("cover", "yes"));
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{school}/harassment"), $"{world.Path}/conversations/{school}/harassment/uncovering");
        foreach (var id in new[] { fence, school })
            await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}/archive"), $"{world.Path}/conversations/{id}/archive", ("case", "24/117"));

        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/archive"), $"{world.Path}/archive/exports");
        await Eventually.ShouldHoldAsync(async () => (await world.ReadAsync(db => db.Set<ArchiveExport>().AsNoTracking().SingleAsync())).State.ShouldBe(ExportState.Ready));
        var export = await world.ReadAsync(db => db.Set<ArchiveExport>().AsNoTracking().SingleAsync());
        var part = await world.ReadAsync(db => db.Set<ArchivePart>().AsNoTracking().SingleAsync());
        var list = await kari.OpenAsync($"{world.Path}/archive");
        list.Text.ShouldContain(part.Hash[..12]);
        list.Text.ShouldNotContain("gjerde langs elva", customMessage: "it lies in a package");

        var file = await FetchAsync(kari, list, $"{world.Path}/archive/exports/{export.Id}/parts/1");
        ArchiveFile.Check(new MemoryStream(file)).ShouldBe(new ArchiveVerdict(part.Hash, "Fjordvik kommune", 4, []), new ByParts());
        ShouldHoldAll(file, fence, answer);
        using (var zip = new ZipArchive(new MemoryStream(file)))
        {
            var covered = JsonDocument.Parse(Read(zip, $"{school}/conversation.json")).RootElement.GetProperty("covered").EnumerateArray().ShouldHaveSingleItem();
            covered.GetProperty("kind").GetString().ShouldBe("Hate");
            covered.GetProperty("reason").GetString().ShouldBe("Gjelder en gruppe elever.");
            covered.GetProperty("uncovered").GetProperty("by").GetString().ShouldBe("Kari Lunde");
        }

        await ShouldStandInLedgerAsync(world, export.Id, part.Hash);

        await kari.SendAsync(list, $"{world.Path}/archive/exports/{export.Id}/receipt");
        (await kari.OpenAsync($"{world.Path}/archive")).Text.ShouldNotContain("Øvre Fjordvik");
        (await PostFileAsync(kari, list, $"{world.Path}/archive/exports/{export.Id}/parts/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "its files are gone here");
        var root = await world.UriOfAsync((await world.ConversationAsync(school)).Posts[0].Post);
        await world.WriteToUsAsync("Og hva med bussen dit?", "geir", root: root);
        await Eventually.ShouldHoldAsync(async () => (await kari.OpenAsync($"{world.Path}/archive")).Text.ShouldContain("hva med bussen"));
    }

    [Fact]
    public void A_file_that_was_changed_shortened_or_added_to_does_not_hold()
    {
        var sound = Zip(("a.txt", "ja"), ("b.txt", "nei"));
        Check(sound).Faults.ShouldBeEmpty();
        Check(Zip(Manifest(sound), ("a.txt", "jo"), ("b.txt", "nei"))).Faults.ShouldBe(["a.txt: changed"]);
        Check(Zip(Manifest(sound), ("a.txt", "ja"))).Faults.ShouldBe(["b.txt: missing"]);
        Check(Zip(Manifest(sound), ("a.txt", "ja"), ("b.txt", "nei"), ("c.txt", "kanskje"))).Faults.ShouldBe(["c.txt: not in the manifest"]);
        Check(Zip(Manifest(sound), ("a.txt", "ja"), ("b.txt", "nei"), ("b.txt", "joda"))).Faults.ShouldBe(["b.txt: there twice"]);
        Should.Throw<InvalidDataException>(() => Check(Zip(("manifest.json", "{\"format\":\"other\"}"))));
        Should.Throw<InvalidDataException>(() => Check(Zip(("manifest.json", "nonsense"))));
        Should.Throw<InvalidDataException>(() => Check("no zip at all"u8.ToArray()));
    }

    [Fact]
    public void What_the_archive_has_does_not_expire_and_what_expired_cannot_be_received()
    {
        var now = Instant.FromUtc(2026, 11, 25, 12, 0);
        var caller = new PersonId(Guid.CreateVersion7());
        var received = Export();
        received.Receive(caller, now).ShouldBeFalse("it is being packed");
        received.AddPart(1, isLast: true).ShouldBe(1);
        received.Receive(caller, now).ShouldBeTrue();
        received.Expire().ShouldBeFalse();
        var expired = Export();
        expired.Expire().ShouldBeTrue();
        expired.Receive(caller, now).ShouldBeFalse();

        ArchiveExport Export() => ArchiveExport.Of(OrganisationId.New(), caller, "nb", 1, now);
    }

    private static void ShouldHoldAll(byte[] file, ConversationId id, WrittenAnswer answer)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var record = JsonDocument.Parse(Read(zip, $"{id}/conversation.json")).RootElement;
        var turns = record.GetProperty("turns").EnumerateArray().ToList();
        turns.Select(t => t.GetProperty("isAnswer").GetBoolean()).ShouldBe([false, true]);
        turns[1].GetProperty("employee").GetProperty("by").GetString().ShouldBe("Kari Lunde");
        turns[1].GetProperty("text").GetString()!.ShouldContain(answer.Signature);
        record.GetProperty("flags")[0].GetProperty("case").GetString().ShouldBe("24/117");
        record.GetProperty("ledger").EnumerateArray().Select(l => l.GetProperty("kind").GetString()).ShouldBe(["answer-sent", "conversation-flagged"]);

        var page = new HtmlParser().ParseDocument(Read(zip, $"{id}/conversation.html"));
        page.Body!.TextContent.ShouldContain("<script>alert(1)</script>", customMessage: "what was written is shown as it was written");
        page.QuerySelectorAll("script, link, iframe, [style], [href]").ShouldBeEmpty();
        page.Body.TextContent.ShouldContain("Gjerdet er bestilt");
    }

    private static Task ShouldStandInLedgerAsync(DialogueWorld world, Guid export, string hash) => world.App.InAsync(world.Organisation, async services =>
    {
        var lines = await services.GetRequiredService<LedgerLines>().FindAsync(world.Organisation, "archive-", export.ToString(), CancellationToken.None);
        lines.Select(l => l.Kind).ShouldBe(["archive-ordered", "archive-packed", "archive-fetched"]);
        lines[1].Data.ShouldContain(hash);
    });

    private static async Task<byte[]> FetchAsync(Visitor visitor, Seen page, string address)
    {
        using var answer = await PostFileAsync(visitor, page, address);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<HttpResponseMessage> PostFileAsync(Visitor visitor, Seen page, string address)
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create(page.Token.Name, page.Token.Value)]);
        return await visitor.Http.PostAsync(address, content);
    }

    private static string Read(ZipArchive zip, string path)
    {
        using var reader = new StreamReader(zip.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    private static ArchiveVerdict Check(byte[] file) => ArchiveFile.Check(new MemoryStream(file));

    private static (string, string) Manifest(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return ("manifest.json", Read(zip, "manifest.json"));
    }

    // Without a manifest of its own it gets the right one.
    private static byte[] Zip(params (string Path, string Text)[] files)
    {
        var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files.Any(f => f.Path == "manifest.json") ? files : [.. files, ("manifest.json", ManifestOf(files))])
            {
                using var stream = zip.CreateEntry(path).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return content.ToArray();
    }

    private static string ManifestOf((string Path, string Text)[] files) => JsonSerializer.Serialize(new
    {
        format = "rotfeste-archive/1",
        organisation = "Fjordvik kommune",
        export = Guid.Empty,
        part = 1,
        files = files.Select(f => new
        {
            path = f.Path,
            bytes = Encoding.UTF8.GetByteCount(f.Text),
            sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(f.Text))),
        }),
    });

    private sealed class ByParts : IEqualityComparer<ArchiveVerdict>
    {
        public bool Equals(ArchiveVerdict? x, ArchiveVerdict? y) =>
            (x!.Hash, x.Organisation, x.Files) == (y!.Hash, y.Organisation, y.Files) && x.Faults.SequenceEqual(y.Faults);

        public int GetHashCode(ArchiveVerdict obj) => obj.Hash.GetHashCode(StringComparison.Ordinal);
    }
}
