using Rotfeste.Matching;

namespace Rotfeste.Tests.Matching;

public class QueryRefusalTests
{
    [Theory]
    [InlineData("", 0, 0, QueryReason.Empty, null)]
    [InlineData(" \n", 0, 0, QueryReason.Empty, null)]
    [InlineData("a \"b c", 2, 4, QueryReason.UnclosedQuote, "a \"b c\"")]
    [InlineData("a (b OR c", 2, 1, QueryReason.UnclosedBracket, "a (b OR c)")]
    [InlineData("a (", 2, 1, QueryReason.UnclosedBracket, "a")]
    [InlineData("a) b", 1, 1, QueryReason.StrayBracket, "a b")]
    [InlineData(") b", 0, 1, QueryReason.StrayBracket, "b")]
    [InlineData("a ()", 2, 2, QueryReason.EmptyBrackets, "a")]
    [InlineData("a AND", 2, 3, QueryReason.DanglingOperator, "a")]
    [InlineData("OR a", 0, 2, QueryReason.DanglingOperator, "a")]
    [InlineData("a OR OR b", 5, 2, QueryReason.DanglingOperator, "a OR  b")]
    [InlineData("a NOT", 2, 3, QueryReason.DanglingOperator, "a")]
    [InlineData("a - b", 2, 1, QueryReason.DanglingOperator, "a  b")]
    [InlineData("a (b AND)", 5, 3, QueryReason.DanglingOperator, "a (b )")]
    [InlineData("*", 0, 1, QueryReason.LoneStar, null)]
    [InlineData("a * b", 2, 1, QueryReason.LoneStar, "a  b")]
    [InlineData("sk*le", 2, 1, QueryReason.StarInsideWord, "sk*")]
    [InlineData("skole**", 6, 1, QueryReason.LoneStar, "skole*")]
    [InlineData("a +++", 2, 3, QueryReason.NoWord, "a")]
    [InlineData("\"…\"", 0, 3, QueryReason.NoWord, null)]
    [InlineData("#", 0, 1, QueryReason.BadTag, null)]
    [InlineData("#2024", 0, 5, QueryReason.BadTag, "\"#2024\"")]
    [InlineData("#a-b", 0, 4, QueryReason.BadTag, "\"#a-b\"")]
    [InlineData("@", 0, 1, QueryReason.BadHandle, null)]
    [InlineData("@a/b", 0, 4, QueryReason.BadHandle, "\"@a/b\"")]
    [InlineData("a farge:blå", 2, 9, QueryReason.UnknownField, "a \"farge:blå\"")]
    [InlineData("https://nrk.no", 0, 14, QueryReason.UnknownField, "link:https://nrk.no")]
    [InlineData("a lang:", 2, 5, QueryReason.BadFieldValue, "a")]
    [InlineData("a lang:nb,", 2, 8, QueryReason.BadFieldValue, "a")]
    [InlineData("-a", 0, 2, QueryReason.NothingPresent, null)]
    [InlineData("a OR -b", 0, 7, QueryReason.NothingPresent, null)]
    [InlineData("lang:nb", 0, 7, QueryReason.NothingPresent, null)]
    [InlineData("NOT (a OR b)", 0, 12, QueryReason.NothingPresent, null)]
    public void A_refusal_says_where_and_why_and_proposes_what_would_do(
        string text, int position, int length, QueryReason reason, string? proposal)
    {
        Query.TryParse(text, out var query, out var refusal).ShouldBeFalse();
        query.ShouldBeNull();
        refusal.ShouldBe(new QueryRefusal(position, length, reason, proposal));
    }

    [Theory]
    [InlineData("a '", 2, 1, QueryReason.UnclosedLiteral, "a")]
    [InlineData("'rock n roll", 0, 12, QueryReason.UnclosedLiteral, "'rock n roll'")]
    [InlineData("'a''", 0, 4, QueryReason.UnclosedLiteral, "'a'''")]
    [InlineData("a ''", 2, 2, QueryReason.EmptyLiteral, "a")]
    [InlineData("=", 0, 1, QueryReason.BadSign, null)]
    [InlineData("= NAV", 0, 1, QueryReason.BadSign, "NAV")]
    [InlineData("=~NAV", 0, 5, QueryReason.BadSign, "=NAV")]
    [InlineData("~=NAV", 0, 5, QueryReason.BadSign, "~NAV")]
    [InlineData("==NAV", 0, 5, QueryReason.BadSign, "=NAV")]
    [InlineData("=(a OR b)", 0, 1, QueryReason.BadSign, "(a OR b)")]
    [InlineData("=#skole", 0, 7, QueryReason.BadSign, "#skole")]
    [InlineData("=\"NAV", 0, 5, QueryReason.UnclosedQuote, "=\"NAV\"")]
    [InlineData("=\"", 0, 2, QueryReason.UnclosedQuote, null)]
    [InlineData("a NEAR", 2, 4, QueryReason.DanglingOperator, "a")]
    [InlineData("NEAR b", 0, 4, QueryReason.DanglingOperator, "b")]
    [InlineData("a NEAR/51 b", 2, 7, QueryReason.BadDistance, "a NEAR/50 b")]
    [InlineData("a ONEAR/x b", 2, 7, QueryReason.BadDistance, "a ONEAR/4 b")]
    [InlineData("a NEAR/-1 b", 2, 7, QueryReason.BadDistance, "a NEAR/50 b")]
    [InlineData("-a NEAR b", 1, 8, QueryReason.MinusBeforeNear, null)]
    [InlineData("c -a NEAR b", 3, 8, QueryReason.MinusBeforeNear, "c -(a NEAR b)")]
    [InlineData("a NEAR -b", 2, 4, QueryReason.NearTakesWords, "a  -b")]
    [InlineData("#a NEAR b", 3, 4, QueryReason.NearTakesWords, "#a  b")]
    [InlineData("'a' NEAR b", 4, 4, QueryReason.NearTakesWords, "'a'  b")]
    [InlineData("(a b) NEAR c", 6, 4, QueryReason.NearTakesWords, "(a b)  c")]
    [InlineData("(a OR -b) NEAR c", 10, 4, QueryReason.NearTakesWords, "(a OR -b)  c")]
    [InlineData("a NEAR b NEAR c", 9, 4, QueryReason.NearTakesWords, "a NEAR b  c")]
    [InlineData("(a NEAR b) NEAR c", 11, 4, QueryReason.NearTakesWords, "(a NEAR b)  c")]
    [InlineData("\"two words\"*", 11, 1, QueryReason.LoneStar, "\"two words\"")]
    [InlineData("*-a b", 0, 1, QueryReason.LoneStar, "-a b")]
    [InlineData("\"a * b\"", 3, 1, QueryReason.LoneStar, "\"a  b\"")]
    [InlineData("*sk*le*", 3, 1, QueryReason.StarInsideWord, "*sk*")]
    [InlineData("#fjord*", 0, 7, QueryReason.BadTag, "#fjord")]
    [InlineData("a language:nb", 2, 11, QueryReason.UnknownField, "a lang:nb")]
    [InlineData("a is:image", 2, 8, QueryReason.BadFieldValue, "a has:image")]
    [InlineData("a has:video", 2, 9, QueryReason.BadFieldValue, "a")]
    [InlineData("a author:", 2, 7, QueryReason.BadFieldValue, "a")]
    [InlineData("a author:k*", 2, 9, QueryReason.BadFieldValue, "a")]
    [InlineData("a link:/skole", 2, 11, QueryReason.BadFieldValue, "a")]
    [InlineData("a link:*.no", 2, 9, QueryReason.BadFieldValue, "a")]
    [InlineData("is:reply", 0, 8, QueryReason.NothingPresent, null)]
    [InlineData("source:bluesky lang:nb", 0, 22, QueryReason.NothingPresent, null)]
    [InlineData("a OR has:link", 0, 13, QueryReason.NothingPresent, null)]
    public void The_signs_and_fields_are_refused_in_the_same_way(string text, int position, int length, QueryReason reason, string? proposal)
    {
        Query.TryParse(text, out _, out var refusal).ShouldBeFalse();
        refusal.ShouldBe(new QueryRefusal(position, length, reason, proposal));
    }

    [Fact]
    public void A_position_counts_in_the_text_as_it_was_written()
    {
        Query.TryParse("e\u0301te\u00ADa\u030A farge:x", out _, out var refusal).ShouldBeFalse();
        refusal!.Position.ShouldBe(8);
        refusal.Length.ShouldBe(7);
    }

    [Fact]
    public void A_very_long_query_is_read_and_a_longer_one_refused()
    {
        var longest = string.Concat(Enumerable.Repeat("ab OR ", 3_333)) + "ab";
        longest.Length.ShouldBe(Query.LongestText);
        Query.TryParse(longest, out _, out _).ShouldBeTrue();
        Query.TryParse(longest + "c", out _, out var refusal).ShouldBeFalse();
        refusal.ShouldBe(new QueryRefusal(Query.LongestText, 1, QueryReason.TooLong, null));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("NOT ")]
    [InlineData("-")]
    public void Nesting_without_end_is_refused(string opening)
    {
        Query.TryParse(string.Concat(Enumerable.Repeat(opening, 4_000)) + "a", out _, out var refusal).ShouldBeFalse();
        refusal!.Reason.ShouldBe(QueryReason.TooDeep);
    }

    [Fact]
    public void No_scrap_of_text_makes_the_reader_throw_and_every_proposal_is_accepted()
    {
        const string signs = "ab AND OR NOT NEAR/2 ONEAR '' \"“«()-*#@:=~'.\u0301\uD83D\uFFFE\u00AD lang:nb,  x:link:a/ is:has:";
        var random = new Random(20_261_122);
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ =>
            {
                var start = random.Next(signs.Length);
                return signs.Substring(start, random.Next(1, Math.Min(5, signs.Length - start) + 1));
            }));
            if (Query.TryParse(text, out _, out var refusal))
                continue;
            refusal.Position.ShouldBeInRange(0, text.Length);
            refusal.Length.ShouldBeInRange(0, text.Length - refusal.Position);
            if (refusal.Proposal is { } proposal)
                Query.TryParse(proposal, out _, out _).ShouldBeTrue($"{text} -> {proposal}");
        }
    }
}
