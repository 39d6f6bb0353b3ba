using Rotfeste.People.Contracts;

namespace Rotfeste.Dialogue.Notes;

/// <summary>Who is called in a note by "@" and a name: the whole name, or as much of its beginning as only one has.</summary>
/// <param name="Called">Those who are meant, each once.</param>
/// <param name="Unclear">What was written, and the names that begin so.</param>
internal sealed record Calls(IReadOnlyList<Colleague> Called, IReadOnlyList<(string Written, IReadOnlyList<string> Names)> Unclear)
{
    public static Calls In(string text, IReadOnlyList<Colleague> colleagues)
    {
        var (called, unclear) = (new List<Colleague>(), new List<(string, IReadOnlyList<string>)>());
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            // In a mail address it calls nobody.
            if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
                continue;

            var (written, meant) = At(text.AsSpan(at + 1), colleagues);
            if (meant.Count == 1)
                called.Add(meant[0]);
            else if (meant.Count > 1)
                unclear.Add((written, [.. meant.Select(c => c.Name)]));
        }

        return new Calls([.. called.DistinctBy(c => c.Person)], unclear);
    }

    // The longest beginning of a name that stands there.
    private static (string Written, IReadOnlyList<Colleague> Meant) At(ReadOnlySpan<char> rest, IReadOnlyList<Colleague> colleagues)
    {
        var (longest, meant) = ("", new List<Colleague>());
        foreach (var colleague in colleagues)
        {
            foreach (var beginning in BeginningsOf(colleague.Name))
            {
                if (beginning.Length < longest.Length || !Stands(rest, beginning))
                    continue;
                if (beginning.Length > longest.Length)
                    (longest, meant) = (beginning, []);
                meant.Add(colleague);
            }
        }

        return (longest, meant);
    }

    private static bool Stands(ReadOnlySpan<char> rest, string name) =>
        rest.StartsWith(name, StringComparison.CurrentCultureIgnoreCase) && (rest.Length == name.Length || !char.IsLetterOrDigit(rest[name.Length]));

    private static IEnumerable<string> BeginningsOf(string name)
    {
        for (var end = name.IndexOf(' ', StringComparison.Ordinal); end >= 0; end = name.IndexOf(' ', end + 1))
            yield return name[..end];
        yield return name;
    }
}
