namespace Rotfeste.Tests.Networks.Text;

internal static class LinkTargets
{
    /// <summary>True when the target is what a browser would make of the words shown, and is plain ASCII.</summary>
    public static bool LeadsTo(string target, string shown)
    {
        var made = new Uri(target);
        var seen = new Uri(shown.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? shown : "https://" + shown);
        return target.All(char.IsAscii) && made.IdnHost == seen.IdnHost && made.PathAndQuery + made.Fragment == seen.PathAndQuery + seen.Fragment;
    }
}
