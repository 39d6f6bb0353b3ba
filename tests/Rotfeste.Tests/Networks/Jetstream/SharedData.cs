namespace Rotfeste.Tests.Networks.Jetstream;

internal static class SharedData
{
    /// <summary>A file under shared/data in some folder above the tests; null when there is none.</summary>
    public static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(path)) return path;
        }

        return null;
    }
}
