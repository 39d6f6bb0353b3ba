namespace Rotfeste.Bench.Ingest;

/// <summary>What the invented people write with, and what the invented organisation listens for. No ordinary word is a search's name.</summary>
internal static class Words
{
    private static readonly string[] Norwegian =
        ("jeg du det er ikke en som på til av for med at vi de har kan skal var blir hvor hvorfor kanskje skolen vegen bussen ferja bryggja "
        + "kommunen politikerne ordføreren barnehagen sykehjemmet svømmehallen idrettslaget snøen regnet været fjellet fjorden øya byen bygda "
        + "i dag i morgen i går alltid aldri noen ganger takk endelig egentlig rart bra dårlig trøtt glad håper tror synes mener står går "
        + "kjører sykler venter ringer skriver leser spør svarer gjør åpner stenger måker graver bygger river kaffe middag jobb ferie helg").Split(' ');

    private static readonly string[] Nynorsk =
        ("eg du det er ikkje ein som på til av for med at vi dei har kan skal var blir kvar kvifor kanskje skulen vegen bussen ferja bryggja "
        + "kommunen politikarane ordføraren barnehagen sjukeheimen symjehallen idrettslaget snøen regnet vêret fjellet fjorden øya byen bygda "
        + "i dag i morgon i går alltid aldri nokre gonger takk endeleg eigentleg rart bra dårleg trøytt glad vonar trur synest meiner står går").Split(' ');

    private static readonly string[] Danish =
        ("jeg du det er ikke en som på til af for med at vi de har kan skal var bliver hvor hvorfor måske skolen vejen bussen færgen broen "
        + "kommunen politikerne borgmesteren børnehaven plejehjemmet svømmehallen idrætsforeningen sneen regnen vejret bakken fjorden øen byen "
        + "i dag i morgen i går altid aldrig nogle gange tak endelig egentlig mærkeligt godt dårligt træt glad håber tror synes mener står går").Split(' ');

    private static readonly string[] English =
        ("i you it is not a that on to of for with at we they have can will was where why maybe the school road bus ferry bridge council "
        + "politicians mayor kindergarten nursery pool club snow rain weather mountain fjord island town village today tomorrow yesterday "
        + "always never sometimes thanks finally actually strange good bad tired happy hope think mean stand go drive wait call write read").Split(' ');

    private static readonly string[] Places =
        ("fjellvik steinvåg granstøl bjørkelund havnes ytterdal innerøya kvernbekk solhaugen elvemo tangnes rognlia brattås myrvoll sandøyfjord "
        + "vardehei skogstua lyngmo klokkarvik nordseter torvmyra husøysund gråkalven storskar blåneset").Split(' ');

    public static readonly IReadOnlyList<(string Language, string[] Pool)> Languages =
        [("nb", Norwegian), ("nb", Norwegian), ("nn", Nynorsk), ("da", Danish), ("en", English), ("en", English)];

    /// <summary>What a post says that a search shall find.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Places.Select(p => $"{p} kommune"), .. Places.Select(p => $"#{p}dagane")];

    /// <summary>Fifty searches, as people write them; the phrases begin with ordinary words, so that posts brush against them.</summary>
    public static IReadOnlyList<(string Name, string Query)> Searches { get; } =
    [
        .. Places.Select(p => ($"{p} kommune", $"\"{p} kommune\" OR \"kommunen i {p}\" OR ({p} AND (ordføreren OR skolen) NOT fotball)")),
        .. Places.Select(p => ($"{p}dagane", $"#{p}dagane OR {p}dagane OR (\"{p} sentrum\" lang:nb,nn)")),
    ];
}
