using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.ByHand;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>What people call the networks.</summary>
internal static class NetworkNames
{
    /// <summary>«Bluesky»; a place where no account of ours can answer as a person called it; an unknown network by its own short name.</summary>
    public static string Of(string network) => HandChannel.PlaceOf(network) ?? TextRules.NameOf(network);

    /// <summary>The name of an author: shown name, else @handle; null when the network said neither, or all is erased.</summary>
    public static string? Of(NetworkAuthor author) =>
        (author.DisplayName.Trim(), author.Handle.Trim()) switch
        {
            ({ Length: > 0 } name, _) => name,
            (_, { Length: > 0 } handle) => $"@{handle}",
            _ => null,
        };
}
