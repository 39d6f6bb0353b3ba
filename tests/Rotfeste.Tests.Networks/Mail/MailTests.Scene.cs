using System.Net;
using Microsoft.Data.Sqlite;

namespace Rotfeste.Tests.Networks.Mail;

public sealed partial class MailTests
{
    private const string Kari = "kari@fjordvik.test";

    private static Task<ProductProcess> StartAsync(MailServer mail, bool trusts = true) => ProductProcess.StartAsync(
        new ProductSettings(Directory.CreateTempSubdirectory("rotfeste-product-").FullName)
        {
            Smtp = mail.Address,
            Trusts = trusts ? mail.Certificate : null,
        });

    private static async Task<Visitor> SetUpAsync(ProductProcess product, string language)
    {
        var kari = new Visitor(product.Address);
        var seen = await kari.SendAsync(
            await kari.OpenAsync("/setup"), "/setup",
            ("code", await product.SetupCode), ("organisation", "Blåbærøy kommune"), ("kind", "Public"), ("country", "Norway"), ("language", language),
            ("name", "Kari Lunde"), ("email", Kari), ("password", Desk.Password));
        seen.Status.ShouldBe(HttpStatusCode.OK, seen.Text);
        await kari.SendAsync(await kari.OpenAsync("/profile"), "/language", ("language", language));
        return kari;
    }

    private static async Task InviteOnlyAsync(Visitor kari)
    {
        var page = await kari.OpenAsync("/blabaeroy/invitations/new");
        (await kari.SendAsync(page, "/blabaeroy/invitations", ("email", Ase), ("name", "Åse Bjørnødegård"), ("roles", "Employee")))
            .Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Åse is invited by mail and joins by the link in it.</summary>
    private static async Task<Visitor> InviteAsync(ProductProcess product, Visitor kari, MailServer mail, string language = "nb")
    {
        await InviteOnlyAsync(kari);
        var link = new Uri((await mail.OnlyMailAsync(Ase)).Links.Single()).PathAndQuery;
        var ase = new Visitor(product.Address);
        var joined = await ase.SendAsync(await ase.OpenAsync(link), link, ("name", "Åse Bjørnødegård"), ("password", Desk.Password));
        joined.Status.ShouldBe(HttpStatusCode.OK, joined.Text);
        await ase.SendAsync(await ase.OpenAsync("/profile"), "/language", ("language", language));
        return ase;
    }

    private static async Task AskForLinkAsync(ProductProcess product, string email)
    {
        using var visitor = new Visitor(product.Address);
        (await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in/link", ("email", email))).Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Kari asks Åse to answer, which tells Åse.</summary>
    private static async Task AskToAnswerAsync(Visitor kari, int times)
    {
        var people = await kari.OpenAsync("/blabaeroy/people");
        var page = people.Document.QuerySelectorAll("a[href*='/people/']").First(a => a.TextContent.Contains("Åse", StringComparison.Ordinal))
            .GetAttribute("href")!;
        for (var i = 0; i < times; i++)
        {
            await kari.SendAsync(await kari.OpenAsync(page), $"{page}/answering", ("give", "yes"));
        }
    }

    private static async Task AskTheLeaderAsync(Visitor ase)
    {
        var page = await ase.OpenAsync("/blabaeroy/questions");
        var leader = page.Document.QuerySelectorAll("select[name=leader] option").Single(o => o.TextContent.StartsWith("Kari", StringComparison.Ordinal));
        (await ase.SendAsync(page, "/blabaeroy/questions", ("leader", leader.GetAttribute("value")!), ("text", "Får vi to timer i vaktplanen?")))
            .Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The mail to Kari that has the sentence, whatever was told with it or before it.</summary>
    private static async Task<KeptMail> MailWithAsync(MailServer mail, string sentence)
    {
        KeptMail? found = null;
        await Eventually.ShouldHoldAsync(async () =>
            (found = (await mail.MailsAsync(Kari)).FirstOrDefault(m => m.Text!.Contains(sentence, StringComparison.Ordinal))).ShouldNotBeNull());
        return found!;
    }

    private static void HurryTable(ProductSettings product) => Change(product, "UPDATE platform_due SET RunAt = 1 WHERE Job = 'tell-table'");

    // The product's clock is the machine's, so what waits for a time is told that the time has come.
    private static void HurryNotices(ProductSettings product)
    {
        Change(product, "UPDATE people_notices SET MailAt = 1 WHERE MailedAt IS NULL");
        Change(product, "UPDATE platform_due SET RunAt = 1 WHERE Job = 'mail-notices'");
    }

    private static void HurryMail(ProductSettings product) => Change(product, "UPDATE platform_due SET RunAt = 1 WHERE Job = 'send-mail'");

    private static void WriteEarlier(ProductSettings product) => Change(product, "UPDATE platform_outbox SET WrittenAt = WrittenAt - 600000000");

    private static string? Reason(ProductSettings product) =>
        StoredRows.Ask(product, "SELECT LastReason FROM platform_due WHERE Job = 'send-mail'").SingleOrDefault();

    private static void Change(ProductSettings product, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(product.DataFolder, "rotfeste.db"),
            Pooling = false,
            DefaultTimeout = 10,
        }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
