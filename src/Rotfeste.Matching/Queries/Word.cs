using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>One word of a phrase, whole or open at either end.</summary>
internal sealed class Word
{
    private readonly string _wanted;

    public Word(string text, bool isOpenBefore, bool isOpenAfter, QuerySpelling spelling)
    {
        Text = Folding.Fold(text);
        IsOpenBefore = isOpenBefore;
        IsOpenAfter = isOpenAfter;
        Spelling = spelling;
        _wanted = spelling switch
        {
            QuerySpelling.Exact => text,
            QuerySpelling.Alike => Alike.Of(Text),
            _ => Text,
        };
        Hash = Words.Hash.Of(spelling == QuerySpelling.Alike ? _wanted : Text);
    }

    /// <summary>Folded.</summary>
    public string Text { get; }

    public bool IsOpenBefore { get; }

    public bool IsOpenAfter { get; }

    public QuerySpelling Spelling { get; }

    /// <summary>Of the folded word; of the spelt-out one where spellings are alike.</summary>
    public uint Hash { get; }

    /// <summary>Whether a post holds this word only where it holds one with this hash.</summary>
    public bool IsHashed => !IsOpenBefore && !IsOpenAfter && Spelling != QuerySpelling.Alike;

    public bool Is(ReadPost post, int at)
    {
        if (IsHashed && post.Words.Hashes[at] != Hash)
            return false;
        var range = post.Words.Ranges[at];
        var word = Spelling switch
        {
            QuerySpelling.Exact => post.ExactAt(range),
            QuerySpelling.Alike => post.Spelt(range),
            _ => post.At(range),
        };
        return (IsOpenBefore, IsOpenAfter) switch
        {
            (false, false) => word.SequenceEqual(_wanted),
            (false, true) => word.StartsWith(_wanted, StringComparison.Ordinal),
            (true, false) => word.EndsWith(_wanted, StringComparison.Ordinal),
            _ => word.Contains(_wanted, StringComparison.Ordinal),
        };
    }
}
