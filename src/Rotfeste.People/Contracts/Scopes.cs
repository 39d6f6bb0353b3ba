namespace Rotfeste.People.Contracts;

/// <summary>
/// What a personal token may do; each is an authorization policy too. A token never does more than its person may: a scope holds only while
/// the person satisfies what it needs.
/// </summary>
public static class Scopes
{
    /// <summary>Read conversations, their threads and labels.</summary>
    public const string ReadConversations = "conversations:read";

    /// <summary>Take, hand over, close and open conversations.</summary>
    public const string WriteConversations = "conversations:write";

    /// <summary>Answer in public, in the person's own name.</summary>
    public const string WriteReplies = "replies:write";

    /// <summary>Put labels on conversations.</summary>
    public const string WriteLabels = "labels:write";

    /// <summary>Read how soon we answer.</summary>
    public const string ReadReports = "reports:read";

    /// <summary>All, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> All { get; } = [ReadConversations, WriteConversations, WriteReplies, WriteLabels, ReadReports];

    /// <summary>The policy of <see cref="Access"/> that the person must satisfy.</summary>
    public static string Needs(string scope) => scope is ReadConversations or ReadReports ? Access.Member : Access.Answer;
}
