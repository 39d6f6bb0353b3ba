namespace Rotfeste.Platform.Ui.Languages;

/// <summary>Addresses that may be gone back to: our own paths and nothing else.</summary>
public static class LocalAddress
{
    /// <summary>The address where it is a path of ours, else "/".</summary>
    public static string OrRoot(string? address) => IsOurs(address) ? address! : "/";

    // "//host" and "/\host" are other people's; a control character could split the header.
    private static bool IsOurs(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}
