namespace Rotfeste.Tests.Matching;

/// <summary>A query as a tree that can be written down and judged in the most obvious way.</summary>
internal abstract record SlowQuery
{
    public abstract bool Fits(SlowPost post);

    /// <summary>Whether something has to be present, when the whole is meant or, with <paramref name="isExcluded"/>, excluded.</summary>
    public abstract bool Requires(bool isExcluded);

    /// <summary>Written so that it may stand where <paramref name="strength"/> binds: 0 in OR, 1 in AND, 2 after NOT.</summary>
    public abstract string Write(int strength);

    public sealed override string ToString() => Write(0);

    protected static string Bracket(bool needed, string text) => needed ? $"({text})" : text;
}

internal sealed record SlowOr(SlowQuery[] Parts) : SlowQuery
{
    public override bool Fits(SlowPost post) => Parts.Any(part => part.Fits(post));

    public override bool Requires(bool isExcluded) =>
        isExcluded ? Parts.Any(part => part.Requires(true)) : Parts.All(part => part.Requires(false));

    public override string Write(int strength) => Bracket(strength > 0, string.Join(" OR ", Parts.Select(part => part.Write(0))));
}

internal sealed record SlowAnd(SlowQuery[] Parts, bool IsSpelt) : SlowQuery
{
    public override bool Fits(SlowPost post) => Parts.All(part => part.Fits(post));

    public override bool Requires(bool isExcluded) =>
        isExcluded ? Parts.All(part => part.Requires(true)) : Parts.Any(part => part.Requires(false));

    public override string Write(int strength) =>
        Bracket(strength > 1, string.Join(IsSpelt ? " AND " : " ", Parts.Select(part => part.Write(1))));
}

internal sealed record SlowNot(SlowQuery Part, bool IsSpelt) : SlowQuery
{
    public override bool Fits(SlowPost post) => !Part.Fits(post);

    public override bool Requires(bool isExcluded) => Part.Requires(!isExcluded);

    public override string Write(int strength) => (IsSpelt ? "NOT " : "-") + Part.Write(2);
}

/// <summary>Words in a row; with IsOpen only the beginning of one.</summary>
internal sealed record SlowPhrase((string Text, bool IsOpen)[] Words, string Between) : SlowQuery
{
    public override bool Fits(SlowPost post)
    {
        var wanted = Words.Select(word => (Text: SlowPost.Fold(SlowPost.Settle(word.Text)), word.IsOpen)).ToArray();
        return Enumerable.Range(0, Math.Max(0, post.Words.Count - wanted.Length + 1)).Any(at => Enumerable.Range(0, wanted.Length).All(word =>
            wanted[word].IsOpen
                ? post.Words[at + word].StartsWith(wanted[word].Text, StringComparison.Ordinal)
                : post.Words[at + word] == wanted[word].Text));
    }

    public override bool Requires(bool isExcluded) => !isExcluded;

    public override string Write(int strength)
    {
        var text = string.Join(Between, Words.Select(word => word.Text + (word.IsOpen ? "*" : "")));
        return Words.Length > 1 && Between != "-" ? $"\"{text}\"" : text;
    }
}

internal sealed record SlowTag(string Name) : SlowQuery
{
    public override bool Fits(SlowPost post) => post.Tags.Contains(SlowPost.Fold(SlowPost.Settle(Name)));

    public override bool Requires(bool isExcluded) => !isExcluded;

    public override string Write(int strength) => "#" + Name;
}

internal sealed record SlowHandle(string Name) : SlowQuery
{
    public override bool Fits(SlowPost post) => post.Handles.Contains(SlowPost.Fold(SlowPost.Settle(Name)));

    public override bool Requires(bool isExcluded) => !isExcluded;

    public override string Write(int strength) => "@" + Name;
}

internal sealed record SlowLanguage(string Name) : SlowQuery
{
    public override bool Fits(SlowPost post) =>
        post.Languages.Contains(Name) || (Name == "no" && (post.Languages.Contains("nb") || post.Languages.Contains("nn")));

    public override bool Requires(bool isExcluded) => false;

    public override string Write(int strength) => "lang:" + Name;
}
