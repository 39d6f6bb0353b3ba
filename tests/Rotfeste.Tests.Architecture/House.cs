using System.Xml.Linq;

namespace Rotfeste.Tests.Architecture;

/// <summary>The rooms and floors as they are declared, and where their source lies.</summary>
internal static class House
{
    /// <summary>Floor by room. The engines stand on the ground and know nobody.</summary>
    public static readonly IReadOnlyDictionary<string, int> Floors = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["Host"] = 8,
        ["Dialogue"] = 6,
        ["Initiatives"] = 5,
        ["Listening"] = 3,
        ["Agreements"] = 2,
        ["Channels"] = 2,
        ["People"] = 1,
        ["Platform"] = 0,
        ["Matching"] = 0,
        ["Analysis"] = 0,
        ["Networks"] = 0,
    };

    public static readonly IReadOnlySet<string> Engines = new HashSet<string>(StringComparer.Ordinal) { "Matching", "Analysis", "Networks" };

    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Rooms => Floors.Keys.Where(r => Floors[r] is > 0 and < 8);

    public static IEnumerable<string> Files(string pattern) => Files(Path.Combine(Root, "src"), pattern);

    public static IEnumerable<string> FilesOf(string room, string pattern) => Files(Path.Combine(Root, "src", $"Rotfeste.{room}"), pattern);

    public static string Short(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    public static IReadOnlyList<string> References(XDocument project) =>
    [
        .. project.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))["Rotfeste.".Length..]),
    ];

    private static IEnumerable<string> Files(string folder, string pattern) => Directory
        .EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)
            && !f.Contains("/node_modules/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rotfeste.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("Rotfeste.slnx stands in no folder above.");
        return folder.FullName;
    }
}
