using Microsoft.AspNetCore.Http;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Records;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Agreements.Pages;

/// <summary>Everything that views are made of: the agreement, the reader, names, what was written, and a form that came back.</summary>
internal sealed record Viewer(
    OpenAgreement Open,
    PersonId Me,
    string Return,
    IReadOnlyDictionary<PersonId, Colleague> Names,
    IReadOnlyDictionary<WordsId, WordsRow> Words,
    IFormCollection? Typed,
    IReadOnlyList<Refusal> Refusals)
{
    public History History => Open.History;

    public bool Leads => History.Leads(Me);

    public bool TakesPart => History.TakesPart(Me);

    public string NameOf(PersonId? person) => person is { } id && Names.TryGetValue(id, out var colleague) ? colleague.Name : "–";

    /// <summary>The text; null where it was erased or nothing was written.</summary>
    public string? TextOf(Said? said) => said is { } words && Words.TryGetValue(words.Id, out var row) ? row.Text : null;

    /// <summary>What was typed into a field of the form that came back; empty otherwise.</summary>
    public string TypedIn(string field) => Typed?.Text(field) ?? "";
}
