using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Records;
using Rotfeste.Agreements.Versions;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.Agreements.Exports;

/// <summary>Recomputes everything that an exported file claims.</summary>
internal static class ExportCheck
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static FileVerdict Run(byte[] file)
    {
        try
        {
            var text = Strict.GetString(file);
            var node = JsonNode.Parse(text)!.AsObject();
            if (CanonicalJson.Again(text) != text)
                return Broken("The file is not in its canonical form.");

            var digest = node["digest"]?.GetValue<string>();
            node.Remove("digest");
            var bare = CanonicalJson.Again(node.ToJsonString());
            if (SectionHash.OfText(bare) != digest)
                return Broken("The digest is not that of the file.");
            return Check(JsonSerializer.Deserialize<ExportFile>(bare, StoredJson.Options)!);
        }
        catch (Exception cause) when (cause is JsonException or DecoderFallbackException or InvalidOperationException or ArgumentException
            or OverflowException or FormatException or NotSupportedException or NullReferenceException)
        {
            return Broken("The file cannot be read.");
        }
    }

    private static FileVerdict Check(ExportFile file)
    {
        var faults = new List<string>();
        if (file.Format != ExportFile.First)
            faults.Add("The file has another format than this program knows.");
        var happenings = EntryCheck.Read(file, faults);
        CheckVersions(file, happenings, faults);
        var erased = CheckWords(file, happenings, faults);
        var names = file.People.ToDictionary(p => p.Id, p => p.Name);
        return new FileVerdict(
            faults, file.Entries.Count, file.Entries.Count == 0 ? "" : file.Entries[^1].Hash, erased,
            [
                .. happenings.Where(h => h.What is Answered).Select(h => (h.At, What: (Answered)h.What)).Select(a => new ProvenAnswer(
                    names.GetValueOrDefault(a.What.Person, a.What.Person.ToString()), a.What.Kind, a.What.Version, a.At.ToUnixTimeTicks() / 10)),
            ],
            happenings.Select(h => h.What).OfType<Versioned>()
                .ToDictionary(v => v.Number, v => (IReadOnlyList<string>)[.. v.Sections.Select(s => s.Hash)]));
    }

    private static void CheckVersions(ExportFile file, IReadOnlyList<Happened> happenings, List<string> faults)
    {
        var published = happenings.Select(h => h.What).OfType<Versioned>().ToList();
        if (!published.Select(v => v.Number).SequenceEqual(file.Versions.Select(v => v.Number)))
            faults.Add("The versions are not those that were published.");
        foreach (var (version, words) in published.Zip(file.Versions))
        {
            if (!version.Sections.Select(s => s.Hash).SequenceEqual(words.Sections.Select(SectionHash.Of), StringComparer.Ordinal))
                faults.Add($"The words of version {version.Number} are not those that were published.");
        }
    }

    private static int CheckWords(ExportFile file, IReadOnlyList<Happened> happenings, List<string> faults)
    {
        var proven = happenings.SelectMany(h => SaidIn.Of(h.What)).DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.Hash);
        var erased = happenings.Select(h => h.What).OfType<WordsErased>().Select(e => e.Words.Id).ToHashSet();
        foreach (var words in file.Words)
        {
            if (!proven.Remove(words.Id, out var hash) || hash != words.Hash)
                faults.Add($"Words {words.Id} are not in the ledger.");
            else if (erased.Contains(words.Id) ? words.Text is not null : !Proves(words))
                faults.Add($"Words {words.Id} are not those that were written.");
        }

        faults.AddRange(proven.Keys.Select(id => $"Words {id} are missing."));
        return erased.Count;
    }

    private static bool Proves(ExportedWords words) =>
        words is { Text: { } text, Salt: { } salt } && Recording.HashOf(salt, text) == words.Hash;

    private static FileVerdict Broken(string fault) => new([fault], 0, "", 0, [], new Dictionary<int, IReadOnlyList<string>>());
}
