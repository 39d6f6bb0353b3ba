using Rotfeste.Dialogue.Conversations;

namespace Rotfeste.Dialogue.Merges;

/// <summary>What is known of two conversations beside themselves.</summary>
/// <param name="HasPrivate">Something in them was not said for everybody.</param>
/// <param name="HasPublic">Something in them was said in public.</param>
/// <param name="IsForTheSame">The same colleagues see, and answer, both.</param>
/// <param name="IsCovered">Words in one of them are covered.</param>
internal sealed record Pairing(bool HasPrivate, bool HasPublic, bool IsForTheSame, bool IsCovered);

/// <summary>Which conversations can become one.</summary>
internal static class MergeRules
{
    /// <summary>Why one cannot go into the other, as the key of its words; null where it can.</summary>
    public static string? WhyNot(Conversation from, Conversation into, Pairing pair) => (from, into) switch
    {
        _ when from.MergedInto is not null || into.MergedInto is not null => "Refused.PartOfAnother",
        _ when from.ClosedAt is not null || into.ClosedAt is not null => "Refused.Closed",
        _ when from.State == ConversationState.Gone || into.State == ConversationState.Gone => "Refused.Gone",
        _ when from.WasRefused => "Refused.NotSent",
        _ when from.IsSending => "Refused.Sending",
        _ when from.IsByHand != into.IsByHand => "Refused.ByHand",

        // What was said to us alone must never lie where the next answer is public.
        _ when pair is { HasPrivate: true, HasPublic: true } => "Refused.Private",
        _ when !pair.IsForTheSame => "Refused.Others",
        _ when pair.IsCovered => "Refused.Covered",
        _ => null,
    };
}
