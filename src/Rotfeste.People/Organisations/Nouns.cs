using Rotfeste.People.Contracts;

namespace Rotfeste.People.Organisations;

/// <summary>What an organisation calls itself until it says otherwise: «kommunen», «banken», «virksomheten».</summary>
internal static class Nouns
{
    // The name says more than the kind: a bank is a bank. Longer words first, a county is no municipality.
    private static readonly (string Word, string Nb, string Nn, string Da, string En)[] ByWord =
    [
        ("fylkeskommune", "fylkeskommunen", "fylkeskommunen", "fylkeskommunen", "the county"),
        ("kommune", "kommunen", "kommunen", "kommunen", "the municipality"),
        ("region", "regionen", "regionen", "regionen", "the region"),
        ("styrelse", "styrelsen", "styrelsen", "styrelsen", "the agency"),
        ("direktorat", "direktoratet", "direktoratet", "direktoratet", "the directorate"),
        ("etat", "etaten", "etaten", "etaten", "the agency"),
        ("tilsyn", "tilsynet", "tilsynet", "tilsynet", "the authority"),
        ("sykehus", "sykehuset", "sjukehuset", "sygehuset", "the hospital"),
        ("sjukehus", "sykehuset", "sjukehuset", "sygehuset", "the hospital"),
        ("universitet", "universitetet", "universitetet", "universitetet", "the university"),
        ("bank", "banken", "banken", "banken", "the bank"),
        ("forening", "foreningen", "foreininga", "foreningen", "the association"),
    ];

    public static string For(OrganisationKind kind, string language, string name)
    {
        var found = Array.Find(ByWord, w => name.Contains(w.Word, StringComparison.OrdinalIgnoreCase));
        var (nb, nn, da, en) = found.Word is null ? ByKind(kind) : (found.Nb, found.Nn, found.Da, found.En);
        return language switch
        {
            "nb" => nb,
            "nn" => nn,
            "da" => da,
            _ => en,
        };
    }

    private static (string Nb, string Nn, string Da, string En) ByKind(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Public => ("etaten", "etaten", "styrelsen", "the agency"),
        OrganisationKind.Services => ("virksomheten", "verksemda", "virksomheden", "the organisation"),
        _ => ("selskapet", "selskapet", "selskabet", "the company"),
    };
}
