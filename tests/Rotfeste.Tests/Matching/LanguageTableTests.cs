using Rotfeste.Matching;

namespace Rotfeste.Tests.Matching;

/// <summary>Every line of the table in docs/searches.md.</summary>
public class LanguageTableTests
{
    [Theory]
    [InlineData("skole", "Ny skole, nå", true)]
    [InlineData("skole", "nye skoler", false)]
    [InlineData("\"ny skole\"", "en ny skole", true)]
    [InlineData("\"ny skole\"", "skole ny", false)]
    [InlineData("skole*", "skolene", true)]
    [InlineData("*skole", "barneskole", true)]
    [InlineData("*skole", "barneskolen", false)]
    [InlineData("*barnehage*", "privatbarnehagene våre", true)]
    [InlineData("*a*", "bar", true)]
    [InlineData("\"ny *hage*\"", "en ny barnehageplass", true)]
    [InlineData("\"ny *hage*\"", "en barnehageplass", false)]
    [InlineData("*hage NEAR/1 ny*", "nyåpnet stor barnehage", true)]
    public void Words_phrases_and_stars(string query, string text, bool isFound) => Find.In(text, query).ShouldBe(isFound);

    [Theory]
    [InlineData("=NAV", "hos NAV i dag", true)]
    [InlineData("=NAV", "hos Nav i dag", false)]
    [InlineData("=\"Nav Fjordvik\"", "Nav, Fjordvik", true)]
    [InlineData("=\"Nav Fjordvik\"", "NAV Fjordvik", false)]
    [InlineData("=NAV*", "NAVs", true)]
    [InlineData("=NAV*", "Navs", false)]
    [InlineData("=*NAV", "omNAV", true)]
    [InlineData("~blåbær", "BLAABAER", true)]
    [InlineData("~blåbær", "blåbär", true)]
    [InlineData("~blaabaer", "blåbær", true)]
    [InlineData("~blåbær", "blabar", false)]
    [InlineData("~ørsta", "Örsta", true)]
    [InlineData("~\"på bøen\"", "paa boeen", true)]
    [InlineData("~blå*", "blaabær", true)]
    [InlineData("~*åre", "baare", true)]
    public void Exact_and_alike_spellings(string query, string text, bool isFound) => Find.In(text, query).ShouldBe(isFound);

    [Theory]
    [InlineData("'C++'", "jeg kan C++ godt", true)]
    [InlineData("'C++'", "jeg kan c++ godt", false)]
    [InlineData("'C++'", "ABC++", false)]
    [InlineData("'++'", "ABC++", true)]
    [InlineData("'C'", "C++", true)]
    [InlineData("'C'", "CD", false)]
    [InlineData("'🎉'", "hurra🎉hurra", true)]
    [InlineData("'rock ''n'' roll'", "litt rock 'n' roll nå", true)]
    [InlineData("'rock ''n roll'", "litt rock 'n roll nå", true)]
    [InlineData("'don't'", "I don't", true)]
    [InlineData("('C++')", "C++", true)]
    [InlineData("-'C#' 'C++'", "C++", true)]
    public void Characters_exactly(string query, string text, bool isFound) => Find.In(text, query).ShouldBe(isFound);

    [Theory]
    [InlineData("x NEAR/3 y", "x 1 2 3 y", true)]
    [InlineData("x NEAR/3 y", "x 1 2 3 4 y", false)]
    [InlineData("x NEAR/3 y", "y, 1 2 3 x", true)]
    [InlineData("x ONEAR/3 y", "y 1 x", false)]
    [InlineData("x ONEAR/3 y", "x 1 y", true)]
    [InlineData("x NEAR y", "x 1 2 3 4 y", true)]
    [InlineData("x NEAR y", "x 1 2 3 4 5 y", false)]
    [InlineData("x NEAR/0 y", "x y", true)]
    [InlineData("x NEAR/0 y", "x 1 y", false)]
    [InlineData("x NEAR x", "x", false)]
    [InlineData("x NEAR x", "x x", true)]
    [InlineData("\"a b\" NEAR/0 \"b c\"", "a b c", false)]
    [InlineData("\"a b\" NEAR/0 \"b c\"", "a b b c", true)]
    [InlineData("\"a b c\" NEAR/1 d", "a b c 1 d", true)]
    [InlineData("\"a b c\" NEAR/1 d", "d 1 a b c", true)]
    [InlineData("(a OR \"b c\") NEAR/1 =D", "b c x D", true)]
    [InlineData("(a OR \"b c\") NEAR/1 =D", "b c x d", false)]
    [InlineData("~blå NEAR/0 *hus*", "blaa trehusene", true)]
    [InlineData("a NEAR/1 b", "a http://x.no/lang/vei 1 b", true)]
    [InlineData("a b NEAR c d", "c d b a", true)]
    [InlineData("a b NEAR/0 c d", "a d b x c", false)]
    [InlineData("a -(b NEAR/0 c)", "a b x c", true)]
    [InlineData("a NOT b NEAR/0 c", "a b c", false)]
    [InlineData("a NOT b NEAR/0 c", "a b x c", true)]
    public void Nearness(string query, string text, bool isFound) => Find.In(text, query).ShouldBe(isFound);

    [Fact]
    public void Fields_read_what_stands_beside_the_text()
    {
        var post = new Post("hei a")
        {
            Languages = ["nn"], Source = "Bluesky", Author = "@Fjordvik.no", Links = ["https://www.fjordvik.no/skole/ny"], IsReply = true, HasImage = true,
        };
        foreach (var query in new[]
        {
            "lang:nb,nn", "lang:no", "source:bluesky", "author:fjordvik.NO", "author:@fjordvik.no", "link:fjordvik.no", "link:fjordvik.no/skole",
            "is:reply", "has:image", "has:link", "-is:repost", "-lang:sv", "-lang:nb", "-author:fjordvik", "-link:fjordvik.no/sko", "-source:mastodon",
        })
            Find.Query("a " + query).Fits(post).ShouldBeTrue(query);
        foreach (var query in new[] { "-lang:no", "lang:nb", "is:repost", "-has:link", "author:fjordvik", "link:jordvik.no", "link:fjordvik.no/Skole", "source:blue" })
            Find.Query("a " + query).Fits(post).ShouldBeFalse(query);
    }

    [Theory]
    [InlineData("lang:nb")]
    [InlineData("source:bluesky")]
    [InlineData("author:fjordvik.no")]
    [InlineData("link:fjordvik.no")]
    [InlineData("is:reply")]
    [InlineData("is:repost")]
    [InlineData("has:image")]
    [InlineData("has:link")]
    public void A_field_that_a_post_does_not_carry_does_not_match(string field)
    {
        Find.In("a", "a " + field).ShouldBeFalse();
        Find.In("a", "a -" + field).ShouldBeTrue();
    }

    [Fact]
    public void A_link_or_an_author_alone_is_enough_to_listen_for()
    {
        var index = MatchIndex<int>.Build([new(0, Find.Query("link:no")), new(1, Find.Query("author:nav.no")), new(2, Find.Query("(a lang:nb) OR 'b+'"))]);
        var hits = new Hits();
        index.Match(new Post("hei") { Links = ["fjordvik.no"], Author = "NAV.no" }, hits);
        hits.Ordinals.ToArray().ShouldBe([0, 1]);
        index.Match(new Post("se b+ http://u:p@Fjordvik.NO:8080?x") { Author = "nav" }, hits);
        hits.Ordinals.ToArray().ShouldBe([0, 2]);
    }

    [Theory]
    [InlineData("https://fjordvik.no/skole", true)]
    [InlineData("http://fjordvik.no/skole/", true)]
    [InlineData("fjordvik.no/skole/ny#side", true)]
    [InlineData("https://Bibliotek.Fjordvik.no:443/skole?x=1", true)]
    [InlineData("https://kari@fjordvik.no/skole", true)]
    [InlineData("https://fjordvik.no/skolen", false)]
    [InlineData("https://fjordvik.no/Skole", false)]
    [InlineData("https://fjordvik.no", false)]
    [InlineData("https://nyfjordvik.no/skole", false)]
    [InlineData("https://fjordvik.no.evil.com/skole", false)]
    [InlineData("https://evil.com/fjordvik.no/skole", false)]
    [InlineData("https://evil.com?fjordvik.no/skole", false)]
    public void A_link_is_compared_by_host_and_whole_parts_of_its_path(string link, bool isFound)
    {
        Find.Query("link:fjordvik.no/skole").Fits(new Post("") { Links = [link] }).ShouldBe(isFound);
        Find.Query("link:https://FJORDVIK.no/skole/?x#y").Fits(new Post($"se {link} nå")).ShouldBe(isFound && link.Contains("://", StringComparison.Ordinal));
    }
}
