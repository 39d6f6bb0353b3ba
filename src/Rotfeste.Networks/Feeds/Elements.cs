namespace Rotfeste.Networks.Feeds;

/// <summary>The elements of a feed or an entry by name; the first of a name counts.</summary>
internal sealed class Elements
{
    private const int Most = 200;
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public void Put(string name, string value)
    {
        if (value.Length > 0 && values.Count < Most)
            values.TryAdd(name, value);
    }

    /// <summary>The first of these names that stands there, or "".</summary>
    public string First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var value))
                return value;
        }

        return "";
    }
}
