namespace Rotfeste.People.Organisations;

/// <summary>Where the organisation is; it decides the zone.</summary>
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

    /// <summary>TZDB id. Elsewhere times are shown in UTC, which at least is nobody's wrong hour.</summary>
    public static string ZoneOf(Country country) => country switch
    {
        Country.Norway => "Europe/Oslo",
        Country.Denmark => "Europe/Copenhagen",
        Country.Sweden => "Europe/Stockholm",
        _ => "Etc/UTC",
    };
}
