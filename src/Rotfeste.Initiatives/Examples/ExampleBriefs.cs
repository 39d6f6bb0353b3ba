using Rotfeste.Initiatives.Briefs;

namespace Rotfeste.Initiatives.Examples;

/// <summary>What the invented municipality has written.</summary>
internal static class ExampleBriefs
{
    public const string WaterTitle = "Svar der folk spør: vei og vann";
    public const string KindergartenTitle = "Ta over kontoen til barnehagene";

    public static Brief WaterFirst { get; } = new()
    {
        Gain = "Halvparten av spørsmålene om vei og vann er besvart åpent innen to timer på hverdager. Færre må ringe to ganger.",
        Doing = "Fire fra drift, etter tur, ved siden av telefonen.",
        Fit = "Vi er åpne om det som ikke virker, også før det er løst. Vi svarer som naboer, ikke som etat.",
        Money = "180 000",
        Hours = "14",
    };

    public static Brief WaterNow { get; } = WaterFirst with
    {
        Doing = "Fire fra drift, etter tur, ved siden av telefonen. Opplæring to halve dager.",
        Money = "240 000",
        Hours = "22",
        Week = "Jonas: mandag og tirsdag, 3 timer\nSindre: onsdag, 3 timer\nAmina: torsdag og fredag, 4 timer",
    };

    public static Brief Kindergarten { get; } = new()
    {
        Gain = "Foreldre som skriver til kontoen, får svar av noen som kjenner barnehagene, innen en arbeidsdag.",
        Doing = "Anne Lise og Amina ser innom hver morgen og etter lunsj.",
    };

    public static IReadOnlyList<string> Ideas { get; } =
    [
        "Vise hvor brøytebilene er. Folk ringer og spør hver morgen det snør, og vi vet det jo.",
        "En fagblogg om drikkevannet. Jonas kan mer om vann enn noen annen på denne siden av fjorden.",
        "Kan biblioteket svare på leksespørsmål en kveld i uka?",
    ];
}
