namespace Rotfeste.Tests.Hosting;

/// <summary>Where the source lies that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rotfeste.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
