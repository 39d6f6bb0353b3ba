using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Carriers;

/// <summary>What a channel is for: the one initiative that it carries.</summary>
internal sealed class CarriedChannel : IBelongToOrganisation
{
    private CarriedChannel()
    {
    }

    public OrganisationId Organisation { get; private init; }

    public ChannelId Channel { get; private init; }

    public InitiativeId Initiative { get; private set; }

    public static CarriedChannel Of(OrganisationId organisation, ChannelId channel, InitiativeId initiative) =>
        new() { Organisation = organisation, Channel = channel, Initiative = initiative };

    public void Carry(InitiativeId initiative) => Initiative = initiative;

    public static void Map(ModelBuilder model) => model.Entity<CarriedChannel>(row =>
    {
        row.ToTable("initiatives_channels");
        row.HasKey(c => new { c.Organisation, c.Channel });
        row.HasIndex(c => new { c.Organisation, c.Initiative });
    });
}
