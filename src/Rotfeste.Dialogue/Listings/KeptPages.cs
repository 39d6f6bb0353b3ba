using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Notes;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Listings;

/// <summary>Which page of the list: the same for all who see the same channels, but for what somebody has taken.</summary>
internal readonly record struct PageKey(InboxWish Wish, string After, string Sight, PersonId? Of);

/// <summary>A page of the list and the cursor of the next.</summary>
internal sealed record ListedPage(IReadOnlyList<ListedConversation> Rows, string? Next);

/// <summary>Pages of the list: when something happens, everybody who has the inbox open asks for the same one.</summary>
internal sealed class KeptPages(RowVersions versions, IClock clock)
    : Kept<PageKey, ListedPage>(versions, clock, typeof(Conversation), typeof(ConversationLabel), typeof(Note), typeof(Archives.ArchiveFlag));
