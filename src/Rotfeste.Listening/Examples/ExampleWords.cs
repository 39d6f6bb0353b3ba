namespace Rotfeste.Listening.Examples;

/// <summary>What the invented people of the example say, by what it is about. Nobody of them exists, and nor does Fjordvik.</summary>
internal static class ExampleWords
{
    /// <summary>Name and handle; the end .example belongs to nobody.</summary>
    public static IReadOnlyList<(string Name, string Handle)> People { get; } =
    [
        ("Geir Nes", "geirnes"), ("Ingrid Dalsbø", "ingriddalsbo"), ("Lia velforening", "liavel"), ("Solveig Myklebust", "solveigm"),
        ("Torbjørn Haug", "torbjornhaug"), ("Amina Warsame", "aminaw"), ("Per-Olav Strand", "postrand"), ("Kjersti Bø", "kjerstibo"),
        ("Fjordvik Avis", "fjordvikavis"), ("Mads Eikeland", "madseik"), ("Ragnhild Fosse", "ragnhildf"), ("Jonas Tveit", "jonastveit"),
        ("Marit Sæther", "maritsae"), ("Viktor Larsen", "viktorl"), ("Bakeriet på hjørnet", "bakerietpahjornet"), ("Sunniva Lie", "sunnivalie"),
        ("Oddvar Kvam", "oddvarkvam"), ("Elise Nordahl", "elisenordahl"), ("Hassan Ali", "hassanali"), ("Fjordvik IL", "fjordvikil"),
        ("Gunn Heggdal", "gunnheggdal"), ("Simen Rød", "simenrod"), ("Tuva Skare", "tuvaskare"), ("Leif Arne Moen", "leifarne"),
        ("Fru Dale", "frudale"), ("Kaja Brekke", "kajabrekke"), ("Nils Petter Vik", "npvik"), ("Anette Hovland", "anettehov"),
        ("FAU Lia skole", "fauliaskole"), ("Martin Øygard", "martinoygard"),
    ];

    /// <summary>Those of them who write as somebody else than a person.</summary>
    public static IReadOnlyList<string> Bodies { get; } = ["liavel", "fjordvikavis", "bakerietpahjornet", "fjordvikil", "fauliaskole"];

    /// <summary>About the municipality as such.</summary>
    public static IReadOnlyList<string> AboutUs { get; } =
    [
        "Fikk byggesøknaden tilbake fra Fjordvik kommune på ni dager. Ni! Jeg hadde budsjettert med ni uker.",
        "Er det bare jeg som ikke finner skjemaet for ledsagerbevis på sidene til Fjordvik kommune?",
        "Fjordvik har fått nye benker på kaia. De er gode å sitte på, og det var det hele.",
        "Tredje gang jeg ringer Fjordvik kommune i dag. Først sa de hun hadde lunsj, så var hun i møte, nå er hun gått hjem.",
        "Skryt til dama i skranken på rådhuset i Fjordvik. Hun tok seg tid da jeg ikke skjønte noe av brevet.",
        "Kva skjer med bustadtomtene på Haugen? Fjordvik kommune lova svar før sommaren, og no er det vinter.",
        "Kommunestyret i Fjordvik behandler budsjettet i kveld. Kulturskolen ligger an til å miste to stillinger.",
        "Når skal Fjordvik kommune begynne å svare på e-post? Spør for en venn som har ventet siden september.",
        "Flytta til Fjordvik for eit år sidan. Folk helsar på kvarandre her. Det tok litt tid å bli van med.",
        "Budsjettmøtet i Fjordvik varte til halv ett. Noen av oss skal på jobb i morgen.",
        "Fjordvik kommune har lagt ut saksdokumenter på 640 sider. Finnes det en kortversjon for vanlige folk?",
        "Takk til Fjordvik kommune for at gatelyset ved busstoppet endelig er fikset. Nå ser jeg hvor jeg går.",
        "Eg saknar at ordføraren i Fjordvik seier noko om kvifor vi ikkje får ny symjehall.",
        "Hvem i Fjordvik kommune kan svare på om man kan ha høner i byggefelt?",
        "Litt imponert: la inn en melding om hull i veien på kartet til Fjordvik kommune, og det var tettet dagen etter.",
        "Fjordvik kommune søkjer ny kommunedirektør. Tredje på seks år. Kva er det som skjer?",
        "Biblioteket i Fjordvik har begynt å låne ut symaskiner. Nå er gardinene mine endelig lagt opp.",
        "Var på folkemøte om sentrumsplanen i Fjordvik. Gode spørsmål fra salen, mindre gode svar.",
        "Fjordvik kommune, kan dere gjøre noe med åpningstidene på gjenvinningsstasjonen? Ingen som jobber rekker det.",
        "Heimetenesta i Fjordvik er gull. Mor mi på 91 har dei same to som kjem kvar dag.",
        "Leser at Fjordvik er blant de dyreste kommunene på gebyrer i fylket. Hva er det vi får for det?",
        "Ungdomsrådet i Fjordvik fikk gjennom nattbuss i helgene. De er fjorten og seksten år. Respekt.",
        "Julegrana i Fjordvik er tent, og ho er skakk i år òg. Tradisjon er tradisjon.",
        "Fjordvik har tolv frivillige på besøksvenn-lista og førti som ventar. Kan du ein time i veka?",
        "Parkeringsautomaten ved rådhuset i Fjordvik tar fortsatt bare mynt. Jeg har ikke hatt mynt siden 2019.",
        "Nye turskilt på Fjordviknuten! Nå er det faktisk mulig å finne ned igjen. Takk, Fjordvik.",
        "Kan noen forklare meg hvorfor Fjordvik kommune trenger tre ulike innlogginger for én barnehagesøknad?",
    ];

    /// <summary>About school and kindergarten.</summary>
    public static IReadOnlyList<string> School { get; } =
    [
        "Lia skole i Fjordvik har hatt vikar i matematikk siden høstferien. Hva er planen?",
        "Barnehagen vår har fått gapahuk. Treåringen nekter å spise inne nå.",
        "Hovudopptaket til barnehage er snart ute. Nokon i Fjordvik som veit når brevet kjem?",
        "Skolebussen fra Øvre Lia kom ikke i dag heller. Tjue unger sto i mørket i tjue minutter.",
        "Læraren til sonen min ringde heim for å seie at han hadde hatt ein god dag. Meir av dette i skulen.",
        "FAU ved Lia skole inviterer til foreldremøte om skoleveien torsdag kl. 18. Kommunen er invitert.",
        "Er det riktig at SFO i Fjordvik øker med 400 kroner i måneden? Fant det i et vedlegg, side 212.",
        "Klasserommene på ungdomsskolen i Fjordvik er på 17 grader. Ungene sitter med jakke. Dette er ikke greit.",
        "Kulturskolen i Fjordvik hadde konsert i går. Elleveåringer på trekkspill kan redde en novemberkveld.",
        "Vi fekk plass i barnehagen vi ynskte! Takk til den hyggelege dama på oppvekstkontoret.",
        "Hvorfor skal ungene på Nes skole spise lunsj på tolv minutter?",
        "Skulen på Nes er foreslått lagd ned igjen. Fjerde gong på ti år. Eg trur eg har transparenten enno.",
        "Åpen dag på barnehagen på lørdag. De har høns. Jeg gjentar: høns.",
        "Svømmeundervisningen er avlyst ut året fordi hallen er stengt. Hva gjør skolen i stedet?",
        "Nokon som har mista ei blå lue ved Lia skule? Ho heng på gjerdet.",
        "Leksefri på Nes skole fra nyttår. Sjuåringen feirer, faren er spent.",
        "Barnehagen sendte melding om planleggingsdag dagen før. Vi har jobb, vi også.",
        "Dattera mi på Lia skole har fått Norges beste assistent. Ingen nevnt, men han vet hvem han er.",
    ];

    /// <summary>About snow and roads.</summary>
    public static IReadOnlyList<string> Winter { get; } =
    [
        "Brøytebilen har lagt en meterhøy vall foran innkjørselen min igjen. Takk for treningen.",
        "No har brøytebilen vore her òg. Takk til han som stogga og hjelpte fru Dale ut av innkjørsla.",
        "Det er blank is på fortauet i Kirkegata. Er det ingen som strør?",
        "Kl. 05.30 og det er brøytet helt til døra i Lia. Noen står opp tidlig for oss.",
        "Gangvegen langs elva er ikkje brøytt på tre dagar. Ungane går i vegen.",
        "Strødd med sand i Storgata, men ikke i bakken der folk faktisk faller.",
        "Spør ikkje for meg sjølv: kor lenge kan snøen ligge på fortauet før kommunen brøyter?",
        "Falt på isen utenfor legesenteret. Ironien er notert. Håndleddet også.",
        "Brøytekartet på nett sier at veien min er brøytet. Jeg står på veien min. Den er ikke brøytet.",
        "Stor takk til vaktmannskapet som brøytte fram til ambulansen i natt.",
        "Høvlinga av grusvegen i Fjordvik var på tide. No kan ein køyre utan å miste plombane.",
        "Kan vinterdrifta i år inkludere trappa mellom Haugen og sentrum? Den er livsfarlig.",
        "Snøen laver ned og brøytebilen snur alltid ett hus før mitt. Hvert år.",
        "Måking av trapper er visst ingens ansvar. Snøen på rådhustrappa ligger der ennå.",
        "Hvor melder man fra om en brøytestikke som ligger i veibanen i Kirkegata?",
        "Brøyteruta er endra, og no kjem bilen før avisbodet. Det merkar ein når ein skal på jobb kl. 6.",
        "Fint brøytt til kyrkja i dag. Vi som er over åtti, set pris på det.",
    ];

    /// <summary>About water, before the main broke.</summary>
    public static IReadOnlyList<string> Water { get; } =
    [
        "Fikk varsel om at vannet blir stengt i Kirkegata torsdag kl. 9–12. Kort og greit varsel, takk.",
        "Vannet i Lia smaker klor i dag. Noen andre som merker det?",
        "Vassavgifta går opp 14 prosent. Kva er det vi betaler for, eigentleg?",
        "Kloakklukt ved brygga igjen. Tredje uka på rad.",
        "De graver opp Haugeveien for å legge ny vannledning. Tre uker, sier skiltet. Vi får se.",
        "Nokon som veit om det er lov å vaske bilen med vatn frå kommunen når det er så tørt?",
        "Overvannet renner rett inn i kjelleren min hver gang det regner. Har meldt fra siden 2024.",
        "Er det noen som vet hva det koster å koble seg til kommunalt vann på Øvre Lia?",
        "Prøvesvara frå vassverket er ute: vatnet vårt er blant dei beste i fylket. Skål.",
        "Ny vannmåler på plass. Montøren var hyggelig, ryddet etter seg og forklarte alt.",
    ];
}
