namespace Rotfeste.Matching.Words;

/// <summary>Host and path of an address, without scheme, user, port, query and fragment. The path begins with its slash or is empty.</summary>
internal readonly record struct WebLink(TextRange Host, TextRange Path)
{
    public static WebLink Read(ReadOnlySpan<char> address)
    {
        var start = SchemeLength(address);
        var end = address.Length;
        if (address[start..].IndexOfAny('?', '#') is >= 0 and var tail)
            end = start + tail;
        var slash = address[start..end].IndexOf('/');
        var hostEnd = slash < 0 ? end : start + slash;
        var user = address[start..hostEnd].LastIndexOf('@');
        var hostStart = start + user + 1;
        var path = new TextRange(hostEnd, end - hostEnd);
        if (address[hostStart..hostEnd].LastIndexOf(':') is >= 0 and var colon && IsPort(address[(hostStart + colon + 1)..hostEnd]))
            hostEnd = hostStart + colon;
        return new(new(hostStart, hostEnd - hostStart), path);
    }

    // A letter, then letters, digits, +, - or points, then ://.
    private static int SchemeLength(ReadOnlySpan<char> address)
    {
        var end = address.IndexOf("://", StringComparison.Ordinal);
        if (end <= 0 || !char.IsAsciiLetter(address[0]))
            return 0;
        foreach (var unit in address[..end])
        {
            if (!char.IsAsciiLetterOrDigit(unit) && unit is not ('+' or '-' or '.'))
                return 0;
        }
        return end + 3;
    }

    private static bool IsPort(ReadOnlySpan<char> digits) => !digits.ContainsAnyExceptInRange('0', '9');
}
