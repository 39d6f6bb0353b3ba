using System.Text.RegularExpressions;

namespace Rotfeste.Tests.Networks.Mail;

/// <summary>What the product hands to a real mail server, as bytes and as people read it.</summary>
public sealed partial class MailTests(ITestOutputHelper output)
{
    private const string Ase = "ase@fjordvik.test";

    [NetworkTheory]
    [InlineData("nb", "Kari Lunde inviterer deg til Blåbærøy kommune i Rotfeste", "Kari Lunde spør om du vil svare offentlig for Blåbærøy kommune.")]
    [InlineData("nn", "Kari Lunde inviterer deg til Blåbærøy kommune i Rotfeste", "Kari Lunde spør om du vil svare offentleg for Blåbærøy kommune.")]
    [InlineData("da", "Kari Lunde inviterer dig til Blåbærøy kommune i Rotfeste", "Kari Lunde spørger, om du vil svare offentligt for Blåbærøy kommune.")]
    [InlineData("en", "Kari Lunde invites you to Blåbærøy kommune in Rotfeste", "Kari Lunde asks whether you will answer in public for Blåbærøy kommune.")]
    public async Task All_mails_can_be_read_in_every_language(string language, string invitation, string question)
    {
        await using var mail = await MailServer.StartAsync();
        await using var product = await StartAsync(mail);
        using var kari = await SetUpAsync(product, language);

        using var ase = await InviteAsync(product, kari, mail, language);
        var invited = await mail.OnlyMailAsync(Ase);
        invited.Subject.ShouldBe(invitation);
        invited.From.ShouldBe("rotfeste@fjordvik.test");
        await AskForLinkAsync(product, Kari);
        (await mail.OnlyMailAsync(Kari)).Links.Single().ShouldContain("/sign-in/link/");
        await AskToAnswerAsync(kari, times: 1);
        HurryNotices(product.Settings);
        await Eventually.ShouldHoldAsync(async () => (await mail.MailsAsync(Ase)).Count.ShouldBe(2));

        var told = (await mail.MailsAsync(Ase))[1];
        told.Subject.ShouldBe(question);
        told.Links[0].ShouldContain("/sign-in/link/");
        foreach (var kept in await mail.MailsAsync())
        {
            output.WriteLine($"{kept.Subject}\n\n{kept.Text}\n\n{kept.Raw}\n{new string('=', 80)}");
            ShouldBeWellFormed(kept);
        }
    }

    [NetworkTheory]
    [InlineData("nn", "Éin ting ventar på bordet ditt: eit spørsmål til deg. Det folk sa denne veka, ligg der òg.")]
    [InlineData("da", "Én ting venter på dit bord: et spørgsmål til dig. Det, folk sagde i denne uge, ligger der også.")]
    public async Task A_leader_reads_on_Monday_what_waits_and_the_link_leads_to_the_table(string language, string sentence)
    {
        await using var mail = await MailServer.StartAsync();
        await using var product = await StartAsync(mail);
        using var kari = await SetUpAsync(product, language);
        using var ase = await InviteAsync(product, kari, mail, language);
        await AskTheLeaderAsync(ase);
        await kari.SendAsync(await kari.OpenAsync("/blabaeroy/table"), "/blabaeroy/table/mail", ("weekly", "yes"));

        HurryTable(product.Settings);
        await Eventually.ShouldHoldAsync(() => StoredRows.Ask(product.Settings, "SELECT Id FROM people_notices WHERE Kind = 'leader-table'").Count.ShouldBe(1));
        HurryNotices(product.Settings);
        var told = await MailWithAsync(mail, sentence);

        output.WriteLine($"{told.Subject}\n\n{told.Text}");
        ShouldBeWellFormed(told);
        told.Text!.ShouldNotContain("Får vi to timer");
        var at = told.Text!.IndexOf(sentence, StringComparison.Ordinal);
        var link = new Uri(told.Links.First(l => told.Text!.IndexOf(l, StringComparison.Ordinal) > at)).PathAndQuery;
        using var reader = new Visitor(product.Address);
        var door = await reader.OpenAsync(link);
        var form = door.Document.Forms.Select(f => f.GetAttribute("action")!).Single(a => a.StartsWith("/sign-in/link/", StringComparison.Ordinal));
        (await reader.SendAsync(door, form)).Address.ShouldBe("/blabaeroy/table");
    }

    [NetworkFact]
    public async Task A_link_from_a_mail_signs_in_over_a_server_that_wants_STARTTLS_and_a_password()
    {
        await using var mail = await MailServer.StartSecureAsync();
        await using var product = await StartAsync(mail);
        using var kari = await SetUpAsync(product, "nb");
        await AskForLinkAsync(product, Kari);

        var kept = await mail.OnlyMailAsync(Kari);
        kept.Secure.ShouldBeTrue();
        kept.User.ShouldBe(MailServer.User);
        var link = new Uri(kept.Links.Single()).PathAndQuery;

        using var visitor = new Visitor(product.Address);
        (await visitor.SendAsync(await visitor.OpenAsync(link), link)).Address.ShouldStartWith("/blabaeroy");
    }

    [NetworkFact]
    public async Task A_server_whose_certificate_nobody_knows_gets_no_mail_and_nothing_is_lost()
    {
        await using var mail = await MailServer.StartSecureAsync();
        await using var product = await StartAsync(mail, trusts: false);
        using var kari = await SetUpAsync(product, "nb");
        await AskForLinkAsync(product, Kari);
        await Eventually.ShouldHoldAsync(() => Reason(product.Settings).ShouldBe("not-now"));
        (await mail.MailsAsync()).ShouldBeEmpty();

        await product.RestartAsync(product.Settings with { Trusts = mail.Certificate });
        HurryMail(product.Settings);

        await mail.OnlyMailAsync(Kari);
    }

    [NetworkFact]
    public async Task A_server_that_is_down_and_comes_back_gets_each_mail_once()
    {
        await using var mail = await MailServer.StartAsync();
        await using var product = await StartAsync(mail);
        using var kari = await SetUpAsync(product, "nb");
        await mail.StopAsync();
        await AskForLinkAsync(product, Kari);
        await Eventually.ShouldHoldAsync(() => Reason(product.Settings).ShouldBe("not-now"));
        WriteEarlier(product.Settings);
        (await kari.OpenAsync("/blabaeroy/deliveries")).Text.ShouldContain("1 e-post venter.");

        await mail.StartAgainAsync();
        HurryMail(product.Settings);

        await mail.OnlyMailAsync(Kari);
        await Eventually.ShouldHoldAsync(() => StoredRows.Ask(product.Settings, "SELECT Id FROM platform_outbox").ShouldBeEmpty());
        (await kari.OpenAsync("/blabaeroy/deliveries")).Text.ShouldContain("E-posten går ut.");
    }

    [NetworkTheory]
    [InlineData("rcpt", 451)]
    [InlineData("data", 421)]
    [InlineData("data", 452)]
    public async Task What_the_server_will_not_have_now_it_gets_later_and_once(string at, int code)
    {
        await using var mail = await MailServer.StartAsync();
        await using var product = await StartAsync(mail);
        using var kari = await SetUpAsync(product, "nb");
        await mail.FailAsync(at, code, times: 1);
        await AskForLinkAsync(product, Kari);
        await Eventually.ShouldHoldAsync(() => Reason(product.Settings).ShouldBe("not-now"));

        HurryMail(product.Settings);

        await mail.OnlyMailAsync(Kari);
        (await mail.FaultsMetAsync()).ShouldBe(1);
    }

    [NetworkTheory]
    [InlineData("rcpt", 550)]
    [InlineData("rcpt", 553)]
    [InlineData("data", 552)]
    [InlineData("data", 554)]
    public async Task What_the_server_will_never_have_is_tried_once_and_shown_to_the_owner(string at, int code)
    {
        await using var mail = await MailServer.StartAsync();
        await using var product = await StartAsync(mail);
        using var kari = await SetUpAsync(product, "nb");
        await mail.FailAsync(at, code, times: 100);
        await InviteOnlyAsync(kari);

        await Eventually.ShouldHoldAsync(async () =>
        {
            var page = await kari.OpenAsync("/blabaeroy/deliveries");
            page.Text.ShouldContain("Kom ikke fram");
            page.Text.ShouldContain(Ase);
        });
        StoredRows.Ask(product.Settings, "SELECT Id FROM platform_due WHERE Job = 'send-mail'").ShouldBeEmpty();
        StoredRows.Ask(product.Settings, "SELECT SealedBody FROM platform_outbox").ShouldBe([""]);
        (await mail.FaultsMetAsync()).ShouldBe(1);
    }

    [NetworkTheory]
    [InlineData("notices-before-store", 1)]
    [InlineData("notices-stored", 1)]
    [InlineData("mail-before-handing-over", 1)]
    [InlineData("mail-handed-over", 2)]
    public async Task A_kill_loses_no_mail_and_only_one_after_handing_over_sends_it_again_under_the_same_id(string point, int handedOver)
    {
        await using var mail = await MailServer.StartAsync();
        await using var product = await StartAsync(mail);
        using var kari = await SetUpAsync(product, "nb");
        using var ase = await InviteAsync(product, kari, mail);
        await AskToAnswerAsync(kari, times: 1);
        await product.RestartAsync(product.Settings with { KillAt = point });
        HurryNotices(product.Settings);
        await product.DiedAsync();

        await product.RestartAsync(product.Settings with { KillAt = null });

        // The invitation came before.
        await Eventually.ShouldHoldAsync(async () => (await mail.MailsAsync(Ase)).Count.ShouldBe(1 + handedOver));
        await Eventually.ShouldHoldAsync(() => StoredRows.Ask(product.Settings, "SELECT Id FROM platform_outbox").ShouldBeEmpty());
        var told = (await mail.MailsAsync(Ase)).Skip(1).ToList();
        told.Count.ShouldBe(handedOver);
        told.Select(m => MessageId().Match(m.Raw).Value).Distinct().Count().ShouldBe(1);
    }

    private static void ShouldBeWellFormed(KeptMail mail)
    {
        mail.Raw.ShouldAllBe(letter => letter < 128, "only seven-bit letters on the wire");
        mail.Raw.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        mail.Raw.Split("\r\n").ShouldAllBe(line => line.Length <= 998);
        MessageId().IsMatch(mail.Raw).ShouldBeTrue();
        mail.Raw.ShouldContain("Auto-Submitted: auto-generated");
        Decoded(mail.Raw).Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        mail.Text!.ShouldNotContain("{0}");
        mail.Text!.ShouldNotContain('\uFFFD');
    }

    // The bytes of the text as they were before the way, one character a byte. A text of plain letters alone goes as it is.
    private static string Decoded(string raw)
    {
        var text = raw[(raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return raw.Contains("Content-Transfer-Encoding: base64", StringComparison.OrdinalIgnoreCase)
            ? System.Text.Encoding.Latin1.GetString(Convert.FromBase64String(text))
            : text;
    }

    [GeneratedRegex(@"^Message-ID: <[0-9a-f-]{36}@localhost>", RegexOptions.Multiline | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex MessageId();
}
