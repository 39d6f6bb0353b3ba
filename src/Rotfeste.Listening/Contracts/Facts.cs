using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Listening.Contracts;

/// <summary>Somebody addressed us: a reply, a mention or a quote. Told once per organisation, post and channel.</summary>
/// <param name="Organisation">Whose.</param>
/// <param name="Post">The post.</param>
/// <param name="Channel">The account that was addressed.</param>
/// <param name="Kind">How.</param>
/// <param name="At">The network's time.</param>
[FactName("post-addressed-us")]
public sealed record PostAddressedUs(OrganisationId Organisation, PostId Post, ChannelId Channel, AccountEventKind Kind, Instant At) : IFact;

/// <summary>Searches found a post.</summary>
[FactName("mention-found")]
public sealed record MentionFound(OrganisationId Organisation, MentionId Mention, PostId Post, IReadOnlyList<SearchId> Searches, Instant At) : IFact;

/// <summary>Why a post lost its text.</summary>
public enum ErasedBecause
{
    /// <summary>Its author deleted it.</summary>
    Deleted,

    /// <summary>The account was deleted, taken down or deactivated.</summary>
    AccountGone,

    /// <summary>It lay here for half a year without being taken into dialogue.</summary>
    TooOld,

    /// <summary>Its author asked for it.</summary>
    Requested,

    /// <summary>A colleague keeps the account to themselves.</summary>
    Private,
}

/// <summary>A post lost its text here.</summary>
[FactName("post-erased")]
public sealed record PostErased(OrganisationId Organisation, PostId Post, ErasedBecause Because, Instant At) : IFact;
