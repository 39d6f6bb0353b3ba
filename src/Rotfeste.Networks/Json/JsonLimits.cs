using System.Text.Json;

namespace Rotfeste.Networks.Json;

/// <summary>How deep answers may nest: a thread nests two levels a reply, one a parent.</summary>
internal static class JsonLimits
{
    public const int Depth = 1_000;

    public static readonly JsonDocumentOptions Reading = new() { MaxDepth = Depth };
}
