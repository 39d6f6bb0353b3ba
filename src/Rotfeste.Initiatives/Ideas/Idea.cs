using NodaTime;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Ideas;

/// <summary>Something one could do, in one person's words.</summary>
internal sealed class Idea : IBelongToOrganisation, IVersioned
{
    public const int LongestText = 2000;
    private const int LongestTitle = 90;

    private Idea()
    {
    }

    public IdeaId Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public PersonId By { get; private init; }

    public Instant At { get; private init; }

    public string Text { get; private init; } = "";

    /// <summary>The initiative that it became, or null.</summary>
    public InitiativeId? Became { get; private set; }

    public long Version { get; set; }

    public string Title => TitleOf(Text);

    public static Idea Put(OrganisationId organisation, PersonId by, string text, Instant now) =>
        new() { Id = IdeaId.New(), Organisation = organisation, By = by, Text = text, At = now };

    public void Become(InitiativeId initiative) => Became ??= initiative;

    /// <summary>The first sentence or line, shortened between words where it is long.</summary>
    public static string TitleOf(string text)
    {
        var line = text.Split('\n', 2)[0].Trim();
        var end = line.IndexOfAny(['.', '!', '?', ':']);
        var sentence = end > 0 && (end + 1 == line.Length || line[end + 1] == ' ') ? line[..(line[end] == '?' ? end + 1 : end)] : line;
        if (sentence.Length <= LongestTitle)
            return sentence;
        var cut = sentence.LastIndexOf(' ', LongestTitle);
        return $"{sentence[..(cut > 0 ? cut : LongestTitle)]} …";
    }
}
