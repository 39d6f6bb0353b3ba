using System.Text;
using Rotfeste.Networks.Text;

namespace Rotfeste.Tests.Networks.Text;

public sealed class FacetFinderTests
{
    [Theory]
    [InlineData("Les mer på https://fjordvik.no/vei.", "https://fjordvik.no/vei", "https://fjordvik.no/vei")]
    [InlineData("Se fjordvik.no", "fjordvik.no", "https://fjordvik.no")]
    [InlineData("Se fjordvik.no.", "fjordvik.no", "https://fjordvik.no")]
    [InlineData("(fjordvik.no/a)", "fjordvik.no/a", "https://fjordvik.no/a")]
    [InlineData("«fjordvik.no»", "fjordvik.no", "https://fjordvik.no")]
    [InlineData("https://no.wikipedia.org/wiki/Fjord_(norsk)", "https://no.wikipedia.org/wiki/Fjord_(norsk)", "https://no.wikipedia.org/wiki/Fjord_(norsk)")]
    [InlineData("HTTPS://Fjordvik.no", "HTTPS://Fjordvik.no", "HTTPS://Fjordvik.no")]
    [InlineData("Fjordvik.no", "Fjordvik.no", "https://Fjordvik.no")]
    [InlineData("www.noe.example", "www.noe.example", "https://www.noe.example")]
    [InlineData("fjordvik.no:8080/x", "fjordvik.no:8080/x", "https://fjordvik.no:8080/x")]
    [InlineData("fjordvik.no: les", "fjordvik.no", "https://fjordvik.no")]
    [InlineData("https://sørfjord.no/blåbær", "https://sørfjord.no/blåbær", "https://xn--srfjord-q1a.no/bl%C3%A5b%C3%A6r")]
    [InlineData("\u200Fhttps://fjordvik.no", "https://fjordvik.no", "https://fjordvik.no")]
    [InlineData("🎉fjordvik.no🎉", "fjordvik.no", "https://fjordvik.no")]
    public void A_web_address_becomes_a_link(string text, string shown, string target)
    {
        var facet = FacetFinder.Find(text).ShouldHaveSingleItem();
        facet.Kind.ShouldBe(FacetKind.Link);
        facet.Target.ShouldBe(target);
        Shown(text, facet).ShouldBe(shown);
    }

    [Theory]
    [InlineData("Takk @kari.fjordvik.no!", "@kari.fjordvik.no", "kari.fjordvik.no")]
    [InlineData("@Alice.Test.", "@Alice.Test", "alice.test")]
    [InlineData("(@alice.test)", "@alice.test", "alice.test")]
    [InlineData("👩‍🚒 @alice.test", "@alice.test", "alice.test")]
    public void A_handle_after_an_at_sign_becomes_a_mention(string text, string shown, string target)
    {
        var facet = FacetFinder.Find(text).ShouldHaveSingleItem();
        facet.Kind.ShouldBe(FacetKind.Mention);
        facet.Target.ShouldBe(target);
        Shown(text, facet).ShouldBe(shown);
    }

    [Theory]
    [InlineData("#Fjordvik, takk", "#Fjordvik", "Fjordvik")]
    [InlineData("vi er #på-plass-", "#på-plass", "på-plass")]
    [InlineData("#e\u0301te", "#e\u0301te", "e\u0301te")]
    [InlineData("#עברית", "#עברית", "עברית")]
    [InlineData("#👩‍🚒", "#👩‍🚒", "👩‍🚒")]
    [InlineData("#日本語。", "#日本語", "日本語")]
    [InlineData("#2026valg", "#2026valg", "2026valg")]
    public void A_word_after_a_number_sign_becomes_a_tag(string text, string shown, string target)
    {
        var facet = FacetFinder.Find(text).ShouldHaveSingleItem();
        facet.Kind.ShouldBe(FacetKind.Tag);
        facet.Target.ShouldBe(target);
        Shown(text, facet).ShouldBe(shown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Skriv til post@fjordvik.no")]
    [InlineData("@kari")]
    [InlineData("@kari@mastodon.no")]
    [InlineData("Vi rydder.Vi måker.")]
    [InlineData("kl. 10.30 og 3.5 mill.")]
    [InlineData("f.eks. bl.a. osv.")]
    [InlineData("#123")]
    [InlineData("#️⃣")]
    [InlineData("a#b")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    [InlineData("https://bank.no@evil.example/")]
    [InlineData("ftp://fjordvik.example")]
    [InlineData("-fjordvik-.no")]
    public void Ordinary_words_stay_plain(string text) => FacetFinder.Find(text).ShouldBeEmpty();

    [Fact]
    public void Offsets_count_bytes_after_emoji_and_combining_marks()
    {
        const string Text = "👩‍🚒 å e\u0301 #vei og fjordvik.no";
        var facets = FacetFinder.Find(Text);
        facets.Select(f => Shown(Text, f)).ShouldBe(["#vei", "fjordvik.no"]);
        facets[0].ByteStart.ShouldBe(Encoding.UTF8.GetByteCount("👩‍🚒 å e\u0301 "));
    }

    [Fact]
    public void A_tag_of_more_than_64_characters_stays_plain()
    {
        FacetFinder.Find("#" + new string('a', 64)).ShouldHaveSingleItem();
        FacetFinder.Find("#" + new string('a', 65)).ShouldBeEmpty();
    }

    [Fact]
    public void A_text_of_a_hundred_thousand_characters_is_searched_in_reasonable_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        FacetFinder.Find(new string('#', 100_000));
        FacetFinder.Find(new string('a', 100_000) + ".no");
        FacetFinder.Find(string.Concat(Enumerable.Repeat("a.", 50_000)));
        FacetFinder.Find(string.Concat(Enumerable.Repeat("(a.b-", 20_000)));
        FacetFinder.Find("https://x.no/" + new string('(', 100_000) + new string(')', 100_000));
        FacetFinder.Find(string.Concat(Enumerable.Repeat(")x.no/", 20_000)));
        FacetFinder.Find(string.Concat(Enumerable.Repeat("#a", 50_000)));
        FacetFinder.Find(string.Concat(Enumerable.Repeat("👍a", 50_000)));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    private static string Shown(string text, Facet facet) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text).AsSpan(facet.ByteStart..facet.ByteEnd));
}
