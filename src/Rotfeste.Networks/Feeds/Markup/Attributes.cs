using System.Net;

namespace Rotfeste.Networks.Feeds.Markup;

/// <summary>Reads the attributes of a start tag.</summary>
internal static class Attributes
{
    /// <summary>An attribute by its name as written, whatever the case of its letters; null when it is not there.</summary>
    public static string? Of(ReadOnlySpan<char> inside, ReadOnlySpan<char> name)
    {
        foreach (var attribute in new Walk(inside))
        {
            if (inside[attribute.Name].Equals(name, StringComparison.OrdinalIgnoreCase))
                return WebUtility.HtmlDecode(inside[attribute.Value].ToString()).Trim();
        }

        return null;
    }

    /// <summary>Where names and values stand.</summary>
    public static Walk In(ReadOnlySpan<char> inside) => new(inside);

    /// <summary>One attribute, as places in the tag's inside; an attribute without "=" has an empty value.</summary>
    public readonly record struct Place(Range Name, Range Value);

    /// <summary>Walks over them.</summary>
    public ref struct Walk(ReadOnlySpan<char> inside)
    {
        private readonly ReadOnlySpan<char> inside = inside;
        private int at;

        public Place Current { get; private set; }

        public readonly Walk GetEnumerator() => this;

        public bool MoveNext()
        {
            while (at < inside.Length && (char.IsWhiteSpace(inside[at]) || inside[at] is '/' or '=' or '"' or '\''))
                at++;
            if (at >= inside.Length)
                return false;

            var from = at;
            while (at < inside.Length && !char.IsWhiteSpace(inside[at]) && inside[at] is not ('=' or '/'))
                at++;
            var name = from..at;
            PassSpace();
            if (at >= inside.Length || inside[at] != '=')
            {
                Current = new(name, at..at);
                return true;
            }

            at++;
            PassSpace();
            Current = new(name, Value());
            return true;
        }

        private void PassSpace()
        {
            while (at < inside.Length && char.IsWhiteSpace(inside[at]))
                at++;
        }

        private Range Value()
        {
            if (at < inside.Length && inside[at] is '"' or '\'' && inside[(at + 1)..].IndexOf(inside[at]) is var length and >= 0)
            {
                var quoted = (at + 1)..(at + 1 + length);
                at += length + 2;
                return quoted;
            }

            var from = at;
            while (at < inside.Length && !char.IsWhiteSpace(inside[at]))
                at++;
            return from..at;
        }
    }
}
