using NodaTime;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Ideas;

/// <summary>Why a person leaves an idea to others; a full answer that nobody else sees.</summary>
internal enum Declined
{
    None,
    NotNow,
    NotMe,
}

/// <summary>What one person says to an idea: want, ability and time are told apart, for they are three things.</summary>
internal sealed class IdeaVoice : IBelongToOrganisation
{
    private IdeaVoice()
    {
    }

    public OrganisationId Organisation { get; private init; }

    public IdeaId Idea { get; private init; }

    public PersonId Person { get; private init; }

    public bool WouldLike { get; private set; }

    public bool IsAble { get; private set; }

    public bool HasTime { get; private set; }

    /// <summary>Shown to the person alone, so that we do not ask again.</summary>
    public Declined Declined { get; private set; }

    public Instant At { get; private set; }

    public static IdeaVoice Of(Idea idea, PersonId person) =>
        new() { Organisation = idea.Organisation, Idea = idea.Id, Person = person };

    public void Say(bool wouldLike, bool isAble, bool hasTime, Instant now) =>
        (WouldLike, IsAble, HasTime, Declined, At) = (wouldLike, isAble, hasTime, Declined.None, now);

    public void Decline(Declined how, Instant now) =>
        (WouldLike, IsAble, HasTime, Declined, At) = (false, false, false, how, now);
}
