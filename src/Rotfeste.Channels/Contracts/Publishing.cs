using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Channels.Contracts;

/// <summary>Whether a channel may publish what answers nobody. Listening, and answering people who address us, is never asked about.</summary>
public enum PublishingStand
{
    /// <summary>Nothing is missing.</summary>
    Free,

    /// <summary>Something is missing: the writer is told, goes on, and it is recorded.</summary>
    Told,

    /// <summary>Something is missing, and the organisation has chosen that it waits.</summary>
    Waits,
}

/// <summary>The answer to "may this channel publish?".</summary>
/// <param name="Stand">Whether.</param>
/// <param name="Address">Where one sees what is missing, relative to the organisation; null where there is nothing to see.</param>
/// <param name="Title">What the channel stands on, by name; null where it stands on nothing.</param>
/// <param name="Missing">How many things are missing.</param>
public sealed record PublishingSay(PublishingStand Stand, string? Address, string? Title, int Missing)
{
    /// <summary>Nothing is missing.</summary>
    public static PublishingSay Free { get; } = new(PublishingStand.Free, null, null, 0);
}

/// <summary>Asks the room above, which knows what a channel is for.</summary>
public interface IMayPublish
{
    /// <summary>Whether the channel may publish what answers nobody, now.</summary>
    Task<PublishingSay> AskAsync(ChannelId channel, CancellationToken cancellation);
}

/// <summary>Order: send this text as a post of our own, which answers nobody.</summary>
/// <param name="Id">Chosen by the one who orders; a repeat with the same id changes nothing.</param>
/// <param name="Channel">From which account.</param>
/// <param name="Text">Exactly what goes out.</param>
/// <param name="Languages">At most three tags.</param>
/// <param name="NotBefore">Until then it can be taken back.</param>
/// <param name="By">Who sends it.</param>
/// <param name="IsUrgent">Cannot wait (the water main broke): goes out whatever is missing, and is explained afterwards.</param>
public sealed record PublishItem(
    ItemId Id, ChannelId Channel, string Text, IReadOnlyList<string> Languages, Instant NotBefore, PersonId By, bool IsUrgent = false);

/// <summary>Something was published though something was missing.</summary>
[FactName("published-before-ready")]
public sealed record PublishedBeforeReady(
    OrganisationId Organisation, ItemId Item, ChannelId Channel, PersonId By, bool IsUrgent, int Missing, Instant At) : IFact;
