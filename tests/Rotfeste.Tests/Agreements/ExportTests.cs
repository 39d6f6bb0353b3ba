using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Host.Commands;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.People;

namespace Rotfeste.Tests.Agreements;

public sealed class ExportTests
{
    private static readonly string[] Columns = ["Sequence", "At", "Kind", "By", "Data", "Previous", "Hash"];

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task The_file_proves_who_agreed_to_which_text_also_after_words_were_erased(Provider provider)
    {
        await using var world = await TalkedAsync(provider);
        var before = AgreementFile.Check(await ExportAsync(world));

        await world.OrderAsync(orders => orders.EraseWordsOfAsync(world.Jonas, world.Kari, CancellationToken.None));
        var file = await ExportAsync(world);
        var after = AgreementFile.Check(file);

        before.Faults.ShouldBeEmpty();
        after.Faults.ShouldBeEmpty();
        after.Erased.ShouldBe(3);
        after.Answers.Select(a => (a.Name, a.Kind, a.Version)).ShouldBe([("Jonas Eide", AnswerKind.Reservation, 1), ("Tor Egil Aas", AnswerKind.Agree, 2)]);
        Encoding.UTF8.GetString(file).ShouldNotContain("tirsdager");
        after.Versions.Keys.ShouldBe([1, 2], ignoreOrder: true);
    }

    [Fact]
    public async Task Each_of_a_thousand_changed_bytes_is_found()
    {
        await using var world = await TalkedAsync(Provider.Sqlite);
        var file = await ExportAsync(world);
        AgreementFile.Check(file).Faults.ShouldBeEmpty();
        var chance = new Random(20261125);

        for (var i = 0; i < 1_000; i++)
        {
            var changed = (byte[])file.Clone();
            changed[chance.Next(changed.Length)] ^= (byte)chance.Next(1, 256);
            AgreementFile.Check(changed).Faults.ShouldNotBeEmpty($"change {i}");
        }
    }

    [Fact]
    public async Task A_forged_text_is_found_although_the_digest_is_made_anew()
    {
        await using var world = await TalkedAsync(Provider.Sqlite);
        var text = Encoding.UTF8.GetString(await ExportAsync(world));

        foreach (var (from, to) in new[] { ("samme dag", "samme uke"), ("Ikke på tirsdager", "Ikke på torsdager"), ("reservation", "agree") })
        {
            text.ShouldContain(from);
            AgreementFile.Check(Resealed(text.Replace(from, to, StringComparison.Ordinal))).Faults.ShouldNotBeEmpty(from);
        }

        AgreementFile.Check(Resealed(text)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_command_line_checks_a_file_without_a_database()
    {
        await using var world = await TalkedAsync(Provider.Sqlite);
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        var file = await ExportAsync(world);
        try
        {
            await File.WriteAllBytesAsync(path, file);
            (await CommandLine.RunAsync(["ledger", "verify", path])).ShouldBe(0);
            file[file.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(path, file);
            (await CommandLine.RunAsync(["ledger", "verify", path])).ShouldBe(1);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Each_of_a_thousand_changed_ledger_rows_is_found()
    {
        await using var world = await TalkedAsync(Provider.Sqlite);
        var chance = new Random(20261126);
        await world.App.InAsync(world.Organisation, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await db.Database.OpenConnectionAsync();
            var check = services.GetRequiredService<LedgerCheck>();
            (await check.RunAsync(null, CancellationToken.None)).ShouldAllBe(c => c.BrokenAt == null);
            var ids = await db.Database.SqlQueryRaw<long>("""SELECT "Id" AS "Value" FROM platform_ledger""").ToListAsync();
            for (var i = 0; i < 1_000; i++)
            {
                var (id, column) = (ids[chance.Next(ids.Count)], Columns[chance.Next(Columns.Length)]);
                await db.Database.ExecuteSqlRawAsync("CREATE TEMP TABLE kept AS SELECT * FROM platform_ledger WHERE Id = {0}", id);
                await db.Database.ExecuteSqlRawAsync(Change(column, chance), id);
                (await check.RunAsync(null, CancellationToken.None)).ShouldContain(c => c.BrokenAt != null, $"change {i} of {column}");
                await db.Database.ExecuteSqlRawAsync("DELETE FROM platform_ledger WHERE Id = {0}; INSERT INTO platform_ledger SELECT * FROM kept; DROP TABLE kept", id);
            }

            (await check.RunAsync(null, CancellationToken.None)).ShouldAllBe(c => c.BrokenAt == null);
        });
    }

    private static string Change(string column, Random chance) => column switch
    {
        "Sequence" or "At" => $"UPDATE platform_ledger SET {column} = {column} + {chance.Next(1_000, 9_000)} WHERE Id = {{0}}",
        "By" => $"UPDATE platform_ledger SET \"By\" = '{Guid.NewGuid().ToString().ToUpperInvariant()}' WHERE Id = {{0}}",
        "Data" => $"UPDATE platform_ledger SET Data = '{{{{\"forged\":{chance.Next()}}}}}' WHERE Id = {{0}}",
        _ => $"UPDATE platform_ledger SET {column} = {column} || '{(char)chance.Next('a', 'z')}' WHERE Id = {{0}}",
    };

    private static byte[] Resealed(string text)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(text)!.AsObject();
        node.Remove("digest");
        node["digest"] = Rotfeste.Agreements.Versions.SectionHash.OfText(CanonicalJson.Again(node.ToJsonString()));
        return Encoding.UTF8.GetBytes(CanonicalJson.Again(node.ToJsonString()));
    }

    private static async Task<AgreementWorld> TalkedAsync(Provider provider)
    {
        var world = await AgreementWorld.MakeAsync(provider);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        using var tor = await world.SignInAsync(PeopleWorld.Tor);
        await jonas.SendAsync(await jonas.OpenAsync(world.Address), $"{world.Address}/sentences", ("sentence", "Jeg slipper å ringe tilbake."));
        await world.AnswerAsync(jonas, AnswerKind.Reservation, "Ikke på tirsdager.");
        await jonas.SendAsync(await jonas.OpenAsync(world.Address), $"{world.Address}/threads", ("question", "Hvem tar ferien? 🌱"));
        await world.PublishAsync(1, people: "Jonas og Marit, torsdag.");
        await world.AnswerAsync(tor, AnswerKind.Agree);
        return world;
    }

    private static async Task<byte[]> ExportAsync(AgreementWorld world) => (await world.App.InAsync(world.Organisation, services =>
        services.GetRequiredService<AgreementQuestions>().ExportAsync(world.Subject, CancellationToken.None)))!;
}
