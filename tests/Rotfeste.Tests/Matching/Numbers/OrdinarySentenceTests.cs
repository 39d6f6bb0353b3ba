using Rotfeste.Matching.Numbers;

namespace Rotfeste.Tests.Matching.Numbers;

/// <summary>Dates, prices, telephone, invoice and case numbers are no numbers of persons.</summary>
public sealed class OrdinarySentenceTests
{
    // What a clerk would write before such a number.
    private static readonly string[] Labels =
    [
        "Fakturanummer", "Faktura", "Saksnummer", "Sak", "Ordrenr.", "KID", "Kundenummer:", "Journalnr", "Sagsnummer", "Sag nr.", "Ordre", "Invoice no.",
        "Case", "Order", "Reference:", "Tlf.", "Telefon", "Sporingsnummer",
    ];

    private static IEnumerable<string> Sentences(string language)
    {
        using var stream = typeof(OrdinarySentenceTests).Assembly.GetManifestResourceStream($"ordinary-{language}.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    [Theory]
    [InlineData("no", 100)]
    [InlineData("da", 80)]
    [InlineData("en", 70)]
    public void Ordinary_sentences_give_no_false_alarm(string language, int atLeast)
    {
        var sentences = Sentences(language).ToList();
        sentences.Count.ShouldBeGreaterThan(atLeast);
        sentences.Where(s => PrivateText.Find(s).Any(f => f.Kind <= PrivateKind.PaymentCard)).ShouldBeEmpty();
    }

    [Fact]
    public void A_number_in_such_a_sentence_is_still_found()
    {
        var random = new Random(7);
        foreach (var sentence in Sentences("no").Concat(Sentences("da")).Concat(Sentences("en")))
            PrivateText.Find($"{sentence} {MadeNumbers.Norwegian(random)}").ShouldContain(f => f.IsPerson, sentence);
    }

    [Fact]
    public void Of_random_labelled_numbers_of_ten_and_twelve_digits_none_is_a_person()
    {
        var random = new Random(8);
        for (var time = 0; time < 20_000; time++)
        {
            var number = Digits(random, time % 2 == 0 ? 10 : 12);
            PrivateText.Find($"{Labels[time % Labels.Length]} {number}").ShouldNotContain(f => f.IsPerson, number);
        }
    }

    // Eleven digits carry two control digits and a date: by chance 4 in 10,000 hold, and those cannot be told from a person's.
    [Fact]
    public void Of_random_labelled_numbers_of_eleven_digits_fewer_than_one_in_a_thousand_is_a_person()
    {
        var random = new Random(9);
        Enumerable.Range(0, 40_000).Count(time => PrivateText.Find($"{Labels[time % Labels.Length]} {Digits(random, 11)}").Any(f => f.IsPerson))
            .ShouldBeLessThan(40);
    }

    [Fact]
    public void Of_random_dates_times_prices_and_telephone_numbers_none_is_a_person()
    {
        var random = new Random(10);
        for (var time = 0; time < 5_000; time++)
        {
            var day = MadeNumbers.Date(random);
            var price = random.Next(1_000, 2_000_000_000);
            foreach (var text in new[]
            {
                $"{day:dd.MM.yyyy} kl. {day.AddMinutes(random.Next(1440)):HH.mm}", $"{day:ddMMyy} {day.AddMinutes(random.Next(1440)):HHmm}", $"{day:yyyy-MM-dd HH:mm}",
                $"{day:yyyyMMdd}-{day.AddDays(9):yyyyMMdd}", $"{day:dd.MM.yy}-{day.AddDays(9):dd.MM.yy}", $"{price} kroner", $"{price:#,##0} kr".Replace(',', ' '),
                $"{price:#,##0} kr".Replace(',', '.'), $"+47 {random.Next(20_000_000, 99_999_999)}", $"+46 70 {random.Next(1_000_000, 9_999_999)}",
                $"070-{random.Next(1_000_000, 9_999_999)}", $"Ring {random.Next(20, 99)} {random.Next(10, 99)} {random.Next(10, 99)} {random.Next(10, 99)}",
            })
                PrivateText.Find(text).ShouldNotContain(f => f.IsPerson, text);
        }
    }

    private static string Digits(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10)));
}
