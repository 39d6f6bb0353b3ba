using System.Globalization;
using Microsoft.Extensions.Localization;
using Rotfeste.Channels.Contracts;

namespace Rotfeste.Listening.Mentions;

/// <summary>Stored values in the reader's words.</summary>
internal static class Naming
{
    /// <summary>"bluesky" is Bluesky; what is not known keeps its own name.</summary>
    public static string Network(string network, IStringLocalizer<Texts> texts) =>
        texts[$"Network.{network}"] is { ResourceNotFound: false } known ? known : TextRules.NameOf(network);

    /// <summary>"nn" is nynorsk; a tag that nobody knows stands as it is.</summary>
    public static string Language(string tag, IStringLocalizer<Texts> texts) =>
        texts[$"Language.{tag}"] is { ResourceNotFound: false } own ? own : Known(tag) ?? tag;

    private static string? Known(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
