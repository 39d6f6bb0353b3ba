using Rotfeste.Agreements.Exports;

namespace Rotfeste.Agreements.Contracts;

/// <summary>Who answered what, to which text, as the file proves it.</summary>
/// <param name="Name">The name that the file gives the id.</param>
/// <param name="Kind">The answer.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="At">When, in microseconds since 1970.</param>
public sealed record ProvenAnswer(string Name, AnswerKind Kind, int Version, long At);

/// <summary>What checking a file came to.</summary>
/// <param name="Faults">What is wrong, in English; empty when the file holds.</param>
/// <param name="Entries">How many ledger entries were checked.</param>
/// <param name="Head">Hash of the last entry, to be found in the organisation's chain.</param>
/// <param name="Erased">How many texts were erased: named in the ledger, so not a fault.</param>
/// <param name="Answers">All answers, oldest first.</param>
/// <param name="Versions">Hashes of each version's sections, by version.</param>
public sealed record FileVerdict(
    IReadOnlyList<string> Faults, int Entries, string Head, int Erased, IReadOnlyList<ProvenAnswer> Answers,
    IReadOnlyDictionary<int, IReadOnlyList<string>> Versions);

/// <summary>Checks an exported agreement on any machine, without a database.</summary>
public static class AgreementFile
{
    /// <summary>Checks every byte: form, digest, each entry's hash, their order, and the words against their hashes.</summary>
    public static FileVerdict Check(byte[] file) => ExportCheck.Run(file);
}
