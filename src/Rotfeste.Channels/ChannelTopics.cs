using Rotfeste.Channels.Contracts;

namespace Rotfeste.Channels;

/// <summary>Live topics that this room announces.</summary>
internal static class ChannelTopics
{
    public const string Channels = "channels";

    public static string Of(ItemId item) => $"item-{item}";
}
