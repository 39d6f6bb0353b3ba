using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Records;
using Rotfeste.Agreements.Versions;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.Agreements.Exports;

/// <summary>Checks the entries one by one and against each other: none changed, none missing, none from elsewhere.</summary>
internal static class EntryCheck
{
    public static IReadOnlyList<Happened> Read(ExportFile file, List<string> faults)
    {
        var found = new List<Happened>();
        LedgerLine? last = null;
        var head = "";
        foreach (var entry in file.Entries)
        {
            var data = JsonNode.Parse(entry.Data)!;
            var what = data["what"]!.ToJsonString();
            var fits = entry.IsSound() && entry.Chain == file.Organisation && CanonicalJson.Again(entry.Data) == entry.Data
                && Follows(entry, last)
                && data["agreement"]!.GetValue<Guid>() == file.Agreement.Value
                && data["number"]!.GetValue<int>() == found.Count + 1
                && data["before"]!.GetValue<string>() == head
                && entry.Kind == Recording.Kind + data["what"]!["$is"]!.GetValue<string>();
            if (!fits)
                faults.Add($"Entry {entry.Sequence} is not what was written, or one before it is missing.");

            found.Add(new Happened(
                found.Count + 1, Instant.FromUnixTimeTicks(checked(entry.At * 10)), entry.By,
                JsonSerializer.Deserialize<Happening>(what, StoredJson.Options)!));
            (last, head) = (entry, SectionHash.OfText(entry.Data));
        }

        return found;
    }

    // Entries of other agreements lie between ours and are not in the file; where none does, the two must touch.
    private static bool Follows(LedgerLine entry, LedgerLine? last) =>
        last is null || (entry.Sequence > last.Sequence && (entry.Sequence != last.Sequence + 1 || entry.Previous == last.Hash));
}
