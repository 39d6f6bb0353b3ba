using Rotfeste.Matching.Numbers;

namespace Rotfeste.Tests.Matching.Numbers;

public sealed class OtherNumberTests
{
    [Theory]
    [InlineData("NO", "nnnnnnnnnnn")]
    [InlineData("DK", "nnnnnnnnnnnnnn")]
    [InlineData("SE", "nnnnnnnnnnnnnnnnnnnn")]
    [InlineData("FI", "nnnnnnnnnnnnnn")]
    [InlineData("GB", "aaaannnnnnnnnnnnnn")]
    [InlineData("MT", "aaaannnnnaaaaaaaaaaaaaaaaaa")]
    public void An_iban_is_found_in_groups_and_in_one(string country, string bban)
    {
        var random = new Random(1);
        for (var time = 0; time < 200; time++)
        {
            var iban = MadeNumbers.Iban(random, country, bban);
            var grouped = string.Join(' ', iban.Chunk(4).Select(c => new string(c)));
            foreach (var written in new[] { iban, grouped, iban.ToLowerInvariant() })
            {
                var find = PrivateText.Find($"Betal til {written}.").ShouldHaveSingleItem();
                (find.Kind, find.Length, find.OnSending).ShouldBe((PrivateKind.Iban, written.Length, Sending.Asks));
            }

            var wrong = iban[..^1] + (char)(iban[^1] == '9' ? '0' : iban[^1] == 'Z' ? 'A' : iban[^1] + 1);
            PrivateText.Find(wrong).Where(f => f.Kind == PrivateKind.Iban).ShouldBeEmpty();
            PrivateText.Find(iban + "7").Where(f => f.Kind == PrivateKind.Iban).ShouldBeEmpty();
        }
    }

    // From the register's own examples.
    [Theory]
    [InlineData("NO93 8601 1117 947")]
    [InlineData("GB29 NWBK 6016 1331 9268 19")]
    [InlineData("DE89 3704 0044 0532 0130 00")]
    public void The_registers_examples_hold(string iban) =>
        PrivateText.Find($"Konto: {iban}").ShouldHaveSingleItem().Kind.ShouldBe(PrivateKind.Iban);

    [Fact]
    public void A_norwegian_account_is_certain_in_its_form_or_by_its_name_and_else_only_possible()
    {
        var random = new Random(2);
        for (var time = 0; time < 300; time++)
        {
            var n = MadeNumbers.NorwegianAccount(random);
            Only($"Overfør til {n[..4]}.{n[4..6]}.{n[6..]}").ShouldBe((PrivateKind.NorwegianAccount, Certainty.Certain));
            Only($"Overfør til {n[..4]} {n[4..6]} {n[6..]}").ShouldBe((PrivateKind.NorwegianAccount, Certainty.Certain));
            Only($"kontonummer {n}").ShouldBe((PrivateKind.NorwegianAccount, Certainty.Certain));
            Only($"Her er {n}").ShouldBe((PrivateKind.NorwegianAccount, Certainty.Possible));
            PrivateText.Find($"Fakturanr. {n}").ShouldBeEmpty();
            var wrong = n[..10] + ((n[10] - '0' + 1) % 10);
            PrivateText.Find($"kontonummer {wrong}").Where(f => f.Kind == PrivateKind.NorwegianAccount).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("4", 16)]
    [InlineData("51", 16)]
    [InlineData("2221", 16)]
    [InlineData("37", 15)]
    [InlineData("5019", 16)]
    [InlineData("3528", 16)]
    [InlineData("6011", 16)]
    public void A_card_is_found_and_refused(string lead, int length)
    {
        var random = new Random(3);
        for (var time = 0; time < 300; time++)
        {
            var card = MadeNumbers.Card(random, lead, length);
            var written = length == 15 ? $"{card[..4]} {card[4..10]} {card[10..]}" : string.Join(' ', card.Chunk(4).Select(c => new string(c)));
            PrivateText.Find($"Kortet mitt: {card}").ShouldHaveSingleItem().OnSending.ShouldBe(Sending.Refused);
            Only($"Trekk {written} da").ShouldBe((PrivateKind.PaymentCard, Certainty.Certain));
            Only($"Trekk {written.Replace(' ', '-')} da").ShouldBe((PrivateKind.PaymentCard, Certainty.Certain));
            PrivateText.Find($"Bruk KID {card}").Where(f => f.Kind == PrivateKind.PaymentCard).ShouldBeEmpty();
            var wrong = card[..^1] + ((card[^1] - '0' + 5) % 10);
            PrivateText.Find($"kort {wrong}").Where(f => f.Kind == PrivateKind.PaymentCard).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("1234567812345670")] // Luhn holds, no issuer
    [InlineData("9999888877776666")]
    public void Luhn_alone_is_no_card(string number) => PrivateText.Find($"kort {number}").ShouldNotContain(f => f.Kind == PrivateKind.PaymentCard);

    [Theory]
    [InlineData("Ring +47 22 33 44 55 i dag", "+47 22 33 44 55")]
    [InlineData("Ring (+45) 33 12 34 56", "+45) 33 12 34 56")]
    [InlineData("004791234567 er nummeret", "004791234567")]
    [InlineData("Jeg nås på 91234567.", "91234567")]
    [InlineData("Tlf: 22334455", "22334455")]
    [InlineData("Mobil 912 34 567!", "912 34 567")]
    [InlineData("Det er 22 33 44 55", "22 33 44 55")]
    [InlineData("Ring 070-123 45 67 imorgon", "070-123 45 67")]
    [InlineData("Soita 040 123 4567", "040 123 4567")]
    public void A_telephone_number_is_found_and_asked_about(string text, string number)
    {
        var find = PrivateText.Find(text).ShouldHaveSingleItem();
        (find.Kind, find.OnSending).ShouldBe((PrivateKind.Telephone, Sending.Asks));
        text.Substring(find.Start, find.Length).ShouldBe(number);
    }

    [Theory]
    [InlineData("Budsjettet er 12 345 678 kroner")]
    [InlineData("Møtet er 24.10.2024 kl. 14.30")]
    [InlineData("Org.nr. 912 345 678")]
    [InlineData("Sak 22334455 er avgjort")]
    [InlineData("I 2024 2025 skjer det")]
    [InlineData("Det kostet 22334455 kroner")]
    public void What_is_no_telephone_number_is_none(string text) => PrivateText.Find(text).ShouldBeEmpty();

    [Theory]
    [InlineData("Skriv til kari.nordmann+test@fjordvik.kommune.no.", "kari.nordmann+test@fjordvik.kommune.no")]
    [InlineData("<bjørn@blåbær.no>", "bjørn@blåbær.no")]
    [InlineData("post＠fjordvik．no", "post＠fjordvik．no")]
    public void A_mail_address_is_found(string text, string address)
    {
        var find = PrivateText.Find(text).ShouldHaveSingleItem();
        (find.Kind, text.Substring(find.Start, find.Length)).ShouldBe((PrivateKind.Email, address));
    }

    [Theory]
    [InlineData("Hilsen @kari.fjordvik.no og @ola@fjordvik.social")]
    [InlineData("5 @ 10 kr")]
    [InlineData("a@b, ..@.. @@@@")]
    public void A_handle_is_no_mail_address(string text) => PrivateText.Find(text).ShouldBeEmpty();

    [Theory]
    [InlineData("Jeg bor i Storgata 5.", "Storgata 5")]
    [InlineData("Adressen er Kong Oscars gate 12B, 5017 Bergen", "Kong Oscars gate 12B, 5017 Bergen")]
    [InlineData("Vi er på Nørrevænget 4, 2. tv, 8000 Aarhus", "Nørrevænget 4, 2. tv, 8000 Aarhus")]
    [InlineData("Hun bor Fjordveien 17 C nå", "Fjordveien 17 C")]
    [InlineData("I live at 12 Baker Street now", "12 Baker Street")]
    public void A_street_address_is_found(string text, string address)
    {
        var find = PrivateText.Find(text).ShouldHaveSingleItem();
        (find.Kind, text.Substring(find.Start, find.Length)).ShouldBe((PrivateKind.StreetAddress, address));
    }

    [Theory]
    [InlineData("Veien 3 km lenger nord er stengt")]
    [InlineData("Vi går opp bakken 5 ganger")]
    [InlineData("Storgata 2024 blir en fest")]
    [InlineData("Gata 3 er bedre enn gata 4")]
    public void What_is_no_street_address_is_none(string text) => PrivateText.Find(text).ShouldBeEmpty();

    [Fact]
    public void A_long_hostile_text_is_read_in_one_go()
    {
        foreach (var piece in new[] { "1 ", "0101901234-", "@a.", "NO", "Aa ", "+4", "Kong Oscars ", "\uD835", "12.", "kontonummer " })
        {
            var text = string.Concat(Enumerable.Repeat(piece, 50_000));
            PrivateText.Mask(text, PrivateText.Find(text)).Length.ShouldBe(text.Length);
        }
    }

    private static (PrivateKind, Certainty) Only(string text)
    {
        var find = PrivateText.Find(text).ShouldHaveSingleItem(text);
        return (find.Kind, find.Certainty);
    }
}
