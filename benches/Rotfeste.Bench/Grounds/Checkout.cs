namespace Rotfeste.Bench.Grounds;

/// <summary>Where things lie: the checkout, the built product, the cache outside the checkout.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>The product as ./run starts it.</summary>
    public static string Product => Path.Combine(Root, "artifacts/product/Rotfeste.Host");

    public static string Cache => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "rotfeste",
        "bench");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rotfeste.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("Rotfeste.slnx stands in no folder above.");
        return folder.FullName;
    }
}
