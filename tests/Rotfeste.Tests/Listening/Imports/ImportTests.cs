using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Listening;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Imports;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.Listening.Streams;

namespace Rotfeste.Tests.Listening.Imports;

public sealed class ImportTests
{
    [Fact]
    public async Task Tables_are_read_as_spreadsheets_of_the_north_write_them()
    {
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var bytes = western.GetBytes("id;text;at;author\r\n1;\"To linjer\nmed \"\"sitat\"\" og ; i\";25.11.2025 08:15;Bjørg\r\n\r\n2;Uten dato;;\r\n");
        var head = new TableHead("id;text;at;author");

        var batch = await ImportBatch.ReadAsync(new ImportLines(new MemoryStream(bytes), 0, 0, isTable: true), head, 0, 0, CancellationToken.None);

        var post = batch.Posts.Single();
        post.Text.ShouldBe("To linjer\nmed \"sitat\" og ; i");
        post.Author.DisplayName.ShouldBe("Bjørg");
        batch.Bad.ShouldBe([5]);
        batch.End.ShouldBe(bytes.Length);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task An_import_that_was_cut_off_goes_on_where_it_was_and_stores_nothing_twice(Provider provider)
    {
        const int Lines = 3_000;
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, Enumerable.Range(1, Lines).Select(i => i % 1_000 == 0
            ? "no post"
            : string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{i}}","text":"Nummer {{i}} om vei","at":"2026-11-01T00:00:{{i % 60:00}}Z","source":"facebook"}""")));
        var app = await TestApp.StartAsync(provider);
        try
        {
            using var owner = app.NewVisitor();
            var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
            await app.InAsync(organisation, async s =>
            {
                // The first turn is five batches; then the process is gone.
                using var stop = new CancellationTokenSource();
                await Should.ThrowAsync<OperationCanceledException>(() => ListeningRoom.ImportAsync(s, organisation, file, takesAll: true, _ => stop.Cancel(), stop.Token));
            });
            var before = await app.InAsync(organisation, s => s.GetRequiredService<AppDb>().Set<Import>().AsNoTracking().SingleAsync());
            before.Lines.ShouldBeGreaterThan(0);
            before.Lines.ShouldBeLessThan(Lines);

            var database = await app.StopAsync();
            app = await TestApp.StartAsync(provider, database: database);
            ImportProgress? end = null;
            await app.InAsync(organisation, s => ListeningRoom.ImportAsync(s, organisation, file, takesAll: true, p => end = p, CancellationToken.None));

            end.ShouldBe(new ImportProgress(new FileInfo(file).Length, new FileInfo(file).Length, Lines, Lines - 3, Lines - 3, 3, string.Join(',', Enumerable.Range(1, 3).Select(i => i * 1_000))));
            await app.InAsync(organisation, async s =>
            {
                (await s.GetRequiredService<AppDb>().Set<Mention>().CountAsync()).ShouldBe(Lines - 3);
                (await s.GetRequiredService<AppDb>().Set<KeptPost>().CountAsync(p => p.Network == "facebook")).ShouldBe(Lines - 3);
            });

            // The same posts again, in another file: nothing new.
            await File.AppendAllTextAsync(file, "\n");
            await app.InAsync(organisation, s => ListeningRoom.ImportAsync(s, organisation, file, takesAll: true, p => end = p, CancellationToken.None));
            end!.Found.ShouldBe(0);
        }
        finally
        {
            await app.DisposeAsync();
            File.Delete(file);
        }
    }

    [Fact]
    public async Task On_a_full_disk_a_file_waits_says_so_and_is_read_on_from_where_it_was()
    {
        const int Lines = 1_200;
        var disk = new SmallDisk();
        await using var app = await TestApp.StartAsync(adjust: s => s.ConfigureDbContext<AppDb>(o => o.AddInterceptors(disk)));
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
        var file = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(1, Lines).Select(i => $$"""{"id":"{{i}}","text":"Nummer {{i}} {{new string('x', 300)}}","at":"2026-11-01"}""")));
        var import = await app.InAsync(organisation, async s =>
        {
            var started = await s.GetRequiredService<StartImport>().RunAsync(organisation, "a.jsonl", new MemoryStream(file), true, null, "Import", CancellationToken.None);
            await s.GetRequiredService<AppDb>().SaveChangesAsync();
            return started.Id;
        });

        disk.IsFull = true;
        var reading = app.InAsync(organisation, s => s.GetRequiredService<ReadImport>().DoAsync(new(organisation, import), new DueTry(1), CancellationToken.None));
        await Eventually.ShouldHoldAsync(async () => (await owner.OpenAsync($"{path}/sources")).Text.ShouldContain("We go on where we were once there is room."));
        reading.IsCompleted.ShouldBeFalse();

        disk.IsFull = false;
        (await reading).ShouldBe(DueOutcome.Done);
        (await owner.OpenAsync($"{path}/sources")).Text.ShouldNotContain("once there is room");
        await app.InAsync(organisation, async s =>
        {
            (await s.GetRequiredService<AppDb>().Set<Mention>().CountAsync()).ShouldBe(Lines);
            (await s.GetRequiredService<AppDb>().Set<Import>().SingleAsync()).Bad.ShouldBe(0);
        });
    }

    [Fact]
    public async Task A_file_is_uploaded_and_the_page_says_what_became_of_it()
    {
        await using var app = await TestApp.StartAsync();
        using var owner = app.NewVisitor();
        var (path, _) = await ListeningScreenTests.SetUpAsync(app, owner);
        var page = await owner.OpenAsync($"{path}/sources");
        var token = page.Document.QuerySelector("form input[name^=__Req]")!;

        using var form = new MultipartFormDataContent
        {
            { new StringContent(token.GetAttribute("value")!), token.GetAttribute("name")! },
            { new StringContent("true"), "all" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("{\"text\":\"Hei\",\"at\":\"2026-11-01\"}\nnot json\n")), "file", "innlegg.jsonl" },
        };
        (await owner.Http.PostAsync($"{path}/imports", form)).Headers.Location!.ToString().ShouldContain("/sources");

        await Eventually.ShouldHoldAsync(async () =>
        {
            var shown = await owner.OpenAsync($"{path}/sources");
            shown.Text.ShouldContain("innlegg.jsonl");
            shown.Text.ShouldContain("Lines: 2, new mentions: 1");
            shown.Text.ShouldContain("Lines that are no posts: 1 (no. 2)");
        });
    }
}
