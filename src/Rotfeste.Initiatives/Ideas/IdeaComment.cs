using NodaTime;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Ideas;

/// <summary>What somebody said about an idea.</summary>
internal sealed class IdeaComment : IBelongToOrganisation
{
    public const int LongestText = 2000;

    private IdeaComment()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public IdeaId Idea { get; private init; }

    public PersonId By { get; private init; }

    public Instant At { get; private init; }

    public string Text { get; private init; } = "";

    public static IdeaComment On(Idea idea, PersonId by, string text, Instant now) =>
        new() { Id = Guid.CreateVersion7(), Organisation = idea.Organisation, Idea = idea.Id, By = by, Text = text, At = now };
}
