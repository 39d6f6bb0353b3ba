using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Rotfeste.Dialogue.Contracts;

/// <summary>What was found in a file for the archive.</summary>
/// <param name="Hash">SHA-256 of the whole file, in lower-case hex: it stands in the ledger too.</param>
/// <param name="Organisation">Whose it is, as it says itself.</param>
/// <param name="Files">How many files agree with the manifest.</param>
/// <param name="Faults">What does not; empty where all is sound.</param>
public sealed record ArchiveVerdict(string Hash, string Organisation, int Files, IReadOnlyList<string> Faults);

/// <summary>A file of conversations for the archive (a zip), checked without the database.</summary>
public static class ArchiveFile
{
    internal const string Format = "rotfeste-archive/1";
    internal const string ManifestName = "manifest.json";
    private const long MostManifest = 64 * 1024 * 1024;

    /// <summary>Compares every file in it with the manifest's length and SHA-256, and finds what is missing or was put in.</summary>
    /// <exception cref="InvalidDataException">No zip, or a zip without a manifest of ours.</exception>
    public static ArchiveVerdict Check(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var manifest = ManifestOf(zip);
        var faults = new List<string>();
        var wanted = new HashSet<string>(StringComparer.Ordinal) { ManifestName };
        var sound = 0;
        foreach (var line in manifest.Files)
        {
            if (!wanted.Add(line.Path))
                faults.Add($"{line.Path}: named twice");
            else if (WhatIsWrong(zip, line) is { } fault)
                faults.Add($"{line.Path}: {fault}");
            else
                sound++;
        }

        faults.AddRange(zip.Entries.Where(e => !wanted.Contains(e.FullName)).Select(e => $"{e.FullName}: not in the manifest"));
        faults.AddRange(zip.Entries.GroupBy(e => e.FullName, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{g.Key}: there twice"));
        return new ArchiveVerdict(hash, manifest.Organisation, sound, faults);
    }

    private static string? WhatIsWrong(ZipArchive zip, ManifestFile line)
    {
        if (zip.GetEntry(line.Path) is not { } entry)
            return "missing";
        if (entry.Length != line.Bytes)
            return $"{entry.Length} bytes, {line.Bytes} in the manifest";

        using var content = entry.Open();
        return Convert.ToHexStringLower(SHA256.HashData(content)) == line.Sha256 ? null : "changed";
    }

    private static Manifest ManifestOf(ZipArchive zip)
    {
        if (zip.GetEntry(ManifestName) is not { Length: <= MostManifest } entry)
            throw new InvalidDataException("There is no manifest in it.");
        try
        {
            using var content = entry.Open();
            return JsonSerializer.Deserialize<Manifest>(content, JsonSerializerOptions.Web) is { Format: Format, Files: not null } manifest
                ? manifest
                : throw new InvalidDataException("Its manifest is not one of ours.");
        }
        catch (JsonException cause)
        {
            throw new InvalidDataException("Its manifest cannot be read.", cause);
        }
    }
}

/// <summary>What stands in manifest.json.</summary>
internal sealed record Manifest(string Format, string Organisation, Guid Export, int Part, IReadOnlyList<ManifestFile> Files);

/// <summary>One file in it.</summary>
internal sealed record ManifestFile(string Path, long Bytes, string Sha256);
