namespace Rotfeste.People.Organisations;

/// <summary>Where the organisation is; it decides the first zone, but for another country.</summary>
internal enum Country
{
    Norway,
    Denmark,
    Sweden,
    Other,
}

/// <summary>What follows from the country.</summary>
internal static class Countries
{
    public static IReadOnlyList<Country> All { get; } = Enum.GetValues<Country>();

    /// <summary>TZDB id; null where it must be chosen.</summary>
    public static string? ZoneOf(Country country) => country switch
    {
        Country.Norway => "Europe/Oslo",
        Country.Denmark => "Europe/Copenhagen",
        Country.Sweden => "Europe/Stockholm",
        _ => null,
    };
}
