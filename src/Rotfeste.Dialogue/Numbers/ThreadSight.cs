using NodaTime;
using Rotfeste.Dialogue.Contracts;

namespace Rotfeste.Dialogue.Numbers;

/// <summary>What one person sees of what is private in an open conversation.</summary>
/// <param name="Rules">What is private.</param>
/// <param name="Conversation">Where.</param>
/// <param name="Until">All is shown until then; null while it is hidden.</param>
internal sealed record ThreadSight(PrivateRules Rules, ConversationId Conversation, Instant? Until)
{
    /// <summary>The text as it is shown, and what is or would be hidden in it.</summary>
    public HiddenText Read(string text)
    {
        var hidden = Rules.InThread(text, Conversation);
        return Until is null ? hidden : hidden with { Text = text };
    }

    /// <summary>What stands under a post in which something is private; null where nothing is.</summary>
    public PrivateView? ViewOf(Guid post, HiddenText read) => read.Finds.Count == 0
        ? null
        : new PrivateView(Conversation.Value, post, Until, read.Keys, [.. read.Finds.Select(f => new PrivateFindView(f.Start, HiddenText.KeyOf(f.Kind)))]);
}

/// <summary>What is private in a post.</summary>
/// <param name="Conversation">Where.</param>
/// <param name="Post">Which.</param>
/// <param name="Until">It is shown until then; null while it is hidden.</param>
/// <param name="Keys">Keys of the words for it, each once.</param>
/// <param name="Finds">One by one.</param>
public sealed record PrivateView(Guid Conversation, Guid Post, Instant? Until, IReadOnlyList<string> Keys, IReadOnlyList<PrivateFindView> Finds);

/// <summary>One private number.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Key">Key of the word for it.</param>
public sealed record PrivateFindView(int Start, string Key);
