using Rotfeste.Matching.Numbers;

namespace Rotfeste.Tests.Matching.Numbers;

public sealed class PersonNumberTests
{
    private const int Times = 400;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(40, 0)]
    [InlineData(0, 40)]
    [InlineData(0, 80)]
    [InlineData(40, 80)]
    [InlineData(40, 40)]
    public void A_norwegian_number_is_found_with_day_and_month_moved(int day, int month) =>
        Often(random => Only(MadeNumbers.Norwegian(random, day, month)).ShouldBe((PrivateKind.NorwegianPerson, Certainty.Certain)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_first_control_digit_of_2032_may_leave_one_to_three(int remainder) =>
        Often(random => Only(MadeNumbers.Norwegian(random, remainder: remainder)).ShouldBe((PrivateKind.NorwegianPerson, Certainty.Likely)));

    // Examples in Skatteetaten's own description of the numbers from 2032.
    [Theory]
    [InlineData("02013299997", Certainty.Certain)]
    [InlineData("30108299920", Certainty.Certain)]
    [InlineData("30108299939", Certainty.Likely)]
    public void The_documented_examples_hold(string number, Certainty certainty) =>
        Only(number).ShouldBe((PrivateKind.NorwegianPerson, certainty));

    [Fact]
    public void A_wrong_control_digit_is_no_norwegian_number() => Often(random =>
    {
        var number = MadeNumbers.Norwegian(random);
        var wrong = number[..10] + ((number[10] - '0' + random.Next(1, 10)) % 10);
        Persons(wrong).ShouldBeEmpty();
    });

    [Theory]
    [InlineData("31029012345")]
    [InlineData("00019012345")]
    [InlineData("01139012345")]
    [InlineData("72019012345")]
    public void A_date_that_never_was_is_no_norwegian_number(string number)
    {
        for (var end = 0; end < 100; end++)
            NorwegianPerson.Check(number[..9] + end.ToString("00")).ShouldBeNull();
    }

    [Theory]
    [InlineData("{0} {1}")]
    [InlineData("{0}-{1}")]
    [InlineData("{0} - {1}")]
    [InlineData("{0}.{1}")]
    [InlineData("{2}.{3}.{4} {1}")]
    [InlineData("{2}.{3}.{4}-{1}")]
    [InlineData("{2} {3} {4} {1}")]
    [InlineData("{2}/{3}/{4} {1}")]
    [InlineData("{0} {5} {6}")]
    [InlineData("fnr{0}{1}")]
    [InlineData("({0}{1})")]
    [InlineData("{0}\u00A0{1}")]
    [InlineData("{0}\u2011{1}")]
    [InlineData("{0}\u200B{1}")]
    public void It_is_found_as_people_write_it(string form) => Often(random =>
    {
        var n = MadeNumbers.Norwegian(random);
        var written = string.Format(form, n[..6], n[6..], n[..2], n[2..4], n[4..6], n[6..9], n[9..]);
        var text = $"Jeg heter Kari og nummeret er {written}, takk.";
        var find = PrivateText.Find(text).ShouldHaveSingleItem();
        find.Kind.ShouldBe(PrivateKind.NorwegianPerson);
        PrivateText.Value(text, find).ShouldBe(n);
    });

    [Fact]
    public void Full_width_and_spaced_out_digits_are_digits() => Often(random =>
    {
        var number = MadeNumbers.Norwegian(random);
        Persons($"Her: {string.Concat(number.Select(d => (char)(d - '0' + '\uFF10')))}.").ShouldHaveSingleItem().Length.ShouldBe(11);
        Persons($"Her: {string.Concat(number.Select(d => char.ConvertFromUtf32(0x1D7CE + d - '0')))}.").ShouldHaveSingleItem().Length.ShouldBe(22);
        Persons(string.Join(' ', number.ToCharArray())).ShouldHaveSingleItem();
    });

    [Fact]
    public void The_year_in_full_does_not_hide_the_number() => Often(random =>
    {
        var n = MadeNumbers.Norwegian(random);
        Persons($"Født {n[..2]}.{n[2..4]}.19{n[4..6]} {n[6..]}").ShouldHaveSingleItem().Kind.ShouldBe(PrivateKind.NorwegianPerson);
    });

    [Fact]
    public void A_cpr_with_modulus_11_is_certain_with_hyphen_and_likely_bare() => Often(random =>
    {
        var n = MadeNumbers.Danish(random, holds: true);
        Only($"{n[..6]}-{n[6..]}").ShouldBe((PrivateKind.DanishPerson, Certainty.Certain));
        Only($"Jeg hedder Bo, {n}").ShouldBe((PrivateKind.DanishPerson, Certainty.Likely));
        Only($"CPR-nummer: {n[..6]} {n[6..]}").ShouldBe((PrivateKind.DanishPerson, Certainty.Certain));
    });

    [Fact]
    public void A_cpr_without_modulus_11_is_known_by_its_hyphen_or_its_name() => Often(random =>
    {
        var n = MadeNumbers.Danish(random, holds: false);
        Persons($"Jeg hedder Bo, {n[..6]}-{n[6..]}").ShouldHaveSingleItem().OnSending.ShouldBe(Sending.Refused);
        Persons($"Mit cpr er {n}").ShouldHaveSingleItem().OnSending.ShouldBe(Sending.Refused);
    });

    // The seventh digit with the year says the century: 29 February is a day of 2000, not of 1900.
    [Theory]
    [InlineData("2902004000", true)]
    [InlineData("2902005000", true)]
    [InlineData("2902009000", true)]
    [InlineData("2902000000", false)]
    [InlineData("2902003999", false)]
    [InlineData("2902364999", true)]
    [InlineData("2902584000", false)]
    [InlineData("2902605000", true)]
    [InlineData("3002605000", false)]
    public void A_cpr_has_a_real_date_in_its_century(string number, bool real) => DanishPerson.HasDate(number).ShouldBe(real);

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public void A_swedish_number_is_found_in_its_forms(int day) => Often(random =>
    {
        var n = MadeNumbers.Swedish(random, day);
        foreach (var form in new[] { $"{n[2..8]}-{n[8..]}", $"{n[2..8]}+{n[8..]}", $"{n[..8]}-{n[8..]}", $"personnummer {n}", $"personnr {n[2..]}" })
            Persons(form).ShouldHaveSingleItem().OnSending.ShouldBe(Sending.Refused);
        var wrong = n[..11] + ((n[11] - '0' + 1) % 10);
        SwedishPerson.Check(wrong).ShouldBeFalse();
    });

    [Fact]
    public void A_finnish_number_is_found_with_every_century_sign() => Often(random =>
    {
        foreach (var sign in "+-ABCDEFUVWXYabcdefuvwxy")
        {
            var number = MadeNumbers.Finnish(random, sign);
            Persons($"hetu {number}.").ShouldHaveSingleItem().Length.ShouldBe(11);
            FinnishPerson.Check(number.ToLowerInvariant()).ShouldBeTrue();
            var check = "0123456789ABCDEFHJKLMNPRSTUVWXY";
            FinnishPerson.Check(number[..10] + check[(check.IndexOf(number[10]) + 1) % 31]).ShouldBeFalse();
        }

        FinnishPerson.Check(MadeNumbers.Finnish(random, 'A').Replace('A', 'G')).ShouldBeFalse();
    });

    // The population register's own example of the form.
    [Fact]
    public void The_documented_finnish_example_holds() => Only("131052-308T").ShouldBe((PrivateKind.FinnishPerson, Certainty.Certain));

    [Fact]
    public void A_mask_hides_every_digit_and_keeps_the_rest() => Often(random =>
    {
        var n = MadeNumbers.Norwegian(random);
        var text = $"Hei! Jeg er {n[..6]} {n[6..]} og bor her.";
        PrivateText.Mask(text, PrivateText.Find(text)).ShouldBe("Hei! Jeg er •••••• ••••• og bor her.");
    });

    private static void Often(Action<Random> check)
    {
        var random = new Random(20241124);
        for (var time = 0; time < Times; time++)
            check(random);
    }

    private static (PrivateKind, Certainty) Only(string text)
    {
        var find = PrivateText.Find(text).ShouldHaveSingleItem(text);
        return (find.Kind, find.Certainty);
    }

    private static IEnumerable<PrivateFind> Persons(string text) => PrivateText.Find(text).Where(f => f.IsPerson);
}
