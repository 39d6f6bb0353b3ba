using System.Text;
using System.Text.Json.Nodes;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Versions;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.Agreements.Exports;

/// <summary>One agreement in one file: the ledger's entries, the words they stand for, and names for the ids.</summary>
/// <param name="Format">Which shape this is.</param>
/// <param name="Organisation">Whose chain the entries stand in.</param>
/// <param name="Agreement">The agreement.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Entries">All of the agreement's, oldest first.</param>
/// <param name="Versions">With their words.</param>
/// <param name="Words">What people wrote; erased ones have neither text nor salt.</param>
/// <param name="People">Names as they were when the file was made; ids alone stand in the ledger.</param>
internal sealed record ExportFile(
    string Format, OrganisationId Organisation, AgreementId Agreement, Subject Subject, IReadOnlyList<LedgerLine> Entries,
    IReadOnlyList<ExportedVersion> Versions, IReadOnlyList<ExportedWords> Words, IReadOnlyList<ExportedPerson> People)
{
    public const string First = "rotfeste-agreement/1";

    /// <summary>Canonical JSON in UTF-8, with the SHA-256 of all the rest in it.</summary>
    public byte[] ToBytes()
    {
        var bare = CanonicalJson.Of(this);
        var sealedNode = JsonNode.Parse(bare)!;
        sealedNode["digest"] = SectionHash.OfText(bare);
        return Encoding.UTF8.GetBytes(CanonicalJson.Again(sealedNode.ToJsonString()));
    }
}

/// <summary>A version's words.</summary>
internal sealed record ExportedVersion(int Number, IReadOnlyList<Section> Sections);

/// <summary>What somebody wrote.</summary>
internal sealed record ExportedWords(WordsId Id, PersonId By, string Hash, string? Salt, string? Text);

/// <summary>A name for an id.</summary>
internal sealed record ExportedPerson(PersonId Id, string Name);
