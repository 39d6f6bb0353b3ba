using Microsoft.EntityFrameworkCore;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Numbers;

/// <summary>What the organisation says about private matters: where they belong, and which numbers are its own.</summary>
internal sealed class PrivateSettings : IBelongToOrganisation, IVersioned
{
    public const int LongestPlace = 200;
    public const int LongestOwn = 4_000;

    private PrivateSettings()
    {
    }

    public OrganisationId Organisation { get; private init; }

    /// <summary>Where people can write what is not for everybody, as it stands in an answer; empty until it is set.</summary>
    public string SafePlace { get; private set; } = "";

    /// <summary>A line for each telephone, account, mail address or "@domain" of the organisation's own: see <see cref="OwnNumbers"/>.</summary>
    public string Own { get; private set; } = "";

    public long Version { get; set; }

    public static PrivateSettings Of(OrganisationId organisation) => new() { Organisation = organisation };

    public void Settle(string safePlace, string own) => (SafePlace, Own) = (safePlace, own);

    public static void Map(ModelBuilder model) => model.Entity<PrivateSettings>(row =>
    {
        row.ToTable("dialogue_private_settings");
        row.HasKey(s => s.Organisation);
        row.Property(s => s.Organisation).ValueGeneratedNever();
    });
}
