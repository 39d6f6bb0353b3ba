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
        Changing = "Da vannet sto i Storgata i august, skrev 212 om det på tre timer. De spurte ikke på nettsiden vår. I Storelva svarte de på det samme åpent, og sentralbordet hadde ledige linjer.",
        Objectives = "Innbyggerne skal finne ut av hverdagen uten å ringe. Tilliten til drift skal opp i neste innbyggerundersøkelse.",
        Solve = "De samme ti spørsmålene om brøyting og vann, hver morgen, på telefonen.",
        Values = "Åpen også når noe er galt: vi henger opp lapp på døra når vannet er stengt. Dette er den lappen.",
        Cost = "Fire timer om dagen som ellers gikk til telefonen, og opplæring to halve dager.",
        Return = "Mellom 40 og 90 færre telefoner i uka. Det vet vi mer om etter tre måneder.",
        StandingStill = "Folk spør der de er, og får svar av hverandre, riktige eller gale.",
        Dangers = "At det blir Jonas alene. At vi lover mer enn brøytebilene rekker.",
        Money = "180 000",
        Hours = "14",
    };

    public static Brief WaterNow { get; } = WaterFirst with
    {
        Doing = "Fire fra drift, etter tur, ved siden av telefonen. Opplæring to halve dager.",
        Money = "240 000",
        Hours = "22",
        Week = "Jonas Eide\t4\t4\t\t\t\t\t\nSindre Moe\t\t\t6\t\t\t\t\nAmina Yusuf\t\t\t\t4\t4\t\t",
    };

    public static Brief Kindergarten { get; } = new()
    {
        Gain = "Foreldre som skriver til kontoen, får svar av noen som kjenner barnehagene, innen en arbeidsdag.",
        Doing = "Anne Lise og Amina ser innom hver morgen og etter lunsj.",
    };

    public const string Question = "Får vi lov til å si at vi tok feil? Når vi skriver at vannet kommer tilbake klokka ti, og det ikke gjør det.";
    public const string Answer = "Ja. Si det med en gang, og si hva som skjer nå. Jeg tar telefonen fra ordføreren. Det er verre å tie enn å ta feil.";
    public const string FollowUp = "Gjelder det også når avisa spør etterpå?";
    public const string FollowUpAnswer = "Ja. Da viser dere til det dere skrev, og til meg.";
    public const string Open = "Kan vi få to timer i uka til dette i vaktplanen, eller er tanken at vi gjør det innimellom?";

    public const string Urgent = "Hovedledningen i Storgata røk søndag kl. 6.20. Folk måtte få vite at vannet ikke kunne drikkes, før noen rakk å spørre om lov.";

    public static IReadOnlyList<string> Ideas { get; } =
    [
        "Vise hvor brøytebilene er. Folk ringer og spør hver morgen det snør, og vi vet det jo.",
        "En fagblogg om drikkevannet. Jonas kan mer om vann enn noen annen på denne siden av fjorden.",
        "Kan biblioteket svare på leksespørsmål en kveld i uka?",
    ];
}
