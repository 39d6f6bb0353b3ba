namespace Rotfeste.Dialogue.Splits;

/// <summary>Which stretch of a thread a post lies in, where posts of it became conversations of their own.</summary>
internal static class Branches
{
    // Longer chains of answers than any network has; a ring ends here too.
    private const int MostSteps = 2_000;

    /// <summary>The nearest of a post and those it answers that began a conversation of its own; "" where none did.</summary>
    /// <param name="uri">The post.</param>
    /// <param name="parents">What each known post answers.</param>
    /// <param name="branches">The posts that began conversations of their own.</param>
    public static string Of(string uri, IReadOnlyDictionary<string, string?> parents, IReadOnlySet<string> branches)
    {
        string? here = uri;
        for (var step = 0; here is not null && step < MostSteps; step++)
        {
            if (branches.Contains(here))
                return here;
            here = parents.GetValueOrDefault(here);
        }

        return "";
    }
}
