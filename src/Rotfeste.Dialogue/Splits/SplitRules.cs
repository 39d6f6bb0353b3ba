using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Contracts;

namespace Rotfeste.Dialogue.Splits;

/// <summary>What can be taken out of a conversation.</summary>
internal static class SplitRules
{
    /// <summary>Why these posts cannot be taken out, as the key of its words; null where they can.</summary>
    public static string? WhyNot(Conversation from, IReadOnlySet<PostId> going) => from switch
    {
        { MergedInto: not null } => "Refused.PartOfAnother",
        { ClosedAt: not null } => "Refused.Closed",
        { IsSending: true } => "Refused.Sending",
        _ when !from.Posts.Any(p => !p.IsErased && !going.Contains(p.Post)) => "Refused.Nothing",
        _ => null,
    };
}
