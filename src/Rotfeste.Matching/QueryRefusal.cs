namespace Rotfeste.Matching;

/// <summary>Why a query was refused. Screens turn the code into words.</summary>
public enum QueryReason
{
    /// <summary>There is nothing but white space.</summary>
    Empty,

    /// <summary>More than <see cref="Query.LongestText"/> UTF-16 units.</summary>
    TooLong,

    /// <summary>Brackets or NOTs more than <see cref="Query.DeepestNesting"/> deep.</summary>
    TooDeep,

    /// <summary>A quotation mark that is never closed.</summary>
    UnclosedQuote,

    /// <summary>An apostrophe opens characters to be found exactly, and none closes them.</summary>
    UnclosedLiteral,

    /// <summary>Apostrophes around nothing.</summary>
    EmptyLiteral,

    /// <summary>A bracket that is never closed.</summary>
    UnclosedBracket,

    /// <summary>A closing bracket without an opening one.</summary>
    StrayBracket,

    /// <summary>Brackets around nothing.</summary>
    EmptyBrackets,

    /// <summary>AND, OR, NOT, NEAR or a minus that lacks what it should join or exclude.</summary>
    DanglingOperator,

    /// <summary>= or ~ that is not followed at once by a word or a phrase, or both of them together.</summary>
    BadSign,

    /// <summary>A star that stands alone.</summary>
    LoneStar,

    /// <summary>A star between letters.</summary>
    StarInsideWord,

    /// <summary>Only characters that no word is made of.</summary>
    NoWord,

    /// <summary># that is not followed by one word with at least one letter.</summary>
    BadTag,

    /// <summary>@ that is not followed by a handle.</summary>
    BadHandle,

    /// <summary>NEAR with a number that is none, or more than <see cref="Query.LargestDistance"/>.</summary>
    BadDistance,

    /// <summary>NEAR beside something else than words, phrases and a bracketed OR of these.</summary>
    NearTakesWords,

    /// <summary>A minus before NEAR without brackets around the two words.</summary>
    MinusBeforeNear,

    /// <summary>A name and a colon that is no field of this language.</summary>
    UnknownField,

    /// <summary>A field without a value that it can hold.</summary>
    BadFieldValue,

    /// <summary>Nothing has to be present, so that nearly every post would fit.</summary>
    NothingPresent,
}

/// <summary>A query that is not accepted, as a value.</summary>
/// <param name="Position">UTF-16 offset of the cause in the text as it was given.</param>
/// <param name="Length">UTF-16 units that the cause covers; 0 where something is missing at the position.</param>
/// <param name="Reason">The code of the cause.</param>
/// <param name="Proposal">A nearby query that would be accepted, or null where none suggests itself.</param>
public sealed record QueryRefusal(int Position, int Length, QueryReason Reason, string? Proposal);

/// <summary>A word in an accepted query that the writer may have meant as an operator (and, or, not, near, og, eller, ikke).</summary>
/// <param name="Position">UTF-16 offset in the text as it was given.</param>
/// <param name="Word">The word, in small letters.</param>
public sealed record QueryHint(int Position, string Word);
