using Rotfeste.Matching;

namespace Rotfeste.Host.Commands;

/// <summary>A refused query in one line for the command line, which speaks English.</summary>
internal static class RefusalWords
{
    public static string Of(string text, QueryRefusal refusal)
    {
        var cause = refusal.Length is > 0 and <= 60 ? $" at {text.Substring(refusal.Position, refusal.Length)}" : "";
        var proposal = refusal.Proposal is { } nearby ? $" Perhaps: {nearby}" : "";
        return $"position {refusal.Position + 1}{cause}: {Reason(refusal.Reason)}{proposal}";
    }

    private static string Reason(QueryReason reason) => reason switch
    {
        QueryReason.Empty => "There is nothing to look for.",
        QueryReason.TooLong => $"A query has at most {Query.LongestText} characters.",
        QueryReason.TooDeep => "Too many brackets inside each other.",
        QueryReason.UnclosedQuote => "A quotation mark is not closed.",
        QueryReason.UnclosedLiteral => "An apostrophe opens characters to be found exactly and is not closed.",
        QueryReason.EmptyLiteral => "There is nothing between the apostrophes.",
        QueryReason.UnclosedBracket => "A bracket is not closed.",
        QueryReason.StrayBracket => "This closes a bracket that is not open.",
        QueryReason.EmptyBrackets => "There is nothing between the brackets.",
        QueryReason.DanglingOperator => "AND, OR, NOT, NEAR or minus lacks its word here.",
        QueryReason.BadSign => "= and ~ stand right before a word or a quoted phrase, and not both.",
        QueryReason.LoneStar => "A star needs a part of a word beside it.",
        QueryReason.StarInsideWord => "A star may stand before or after a word, not inside it.",
        QueryReason.NoWord => "There is no word here.",
        QueryReason.BadTag => "After # comes one word with at least one letter.",
        QueryReason.BadHandle => "After @ comes a handle.",
        QueryReason.BadDistance => $"NEAR takes a number from 0 to {Query.LargestDistance}.",
        QueryReason.NearTakesWords => "Beside NEAR stand words, phrases, or several of these with OR in brackets.",
        QueryReason.MinusBeforeNear => "A minus before NEAR needs brackets around both words.",
        QueryReason.UnknownField => "There is no such field. Quote a word with a colon.",
        QueryReason.BadFieldValue => "The field cannot hold this value.",
        _ => "The query only says what must not be there, and would find nearly everything.",
    };
}
