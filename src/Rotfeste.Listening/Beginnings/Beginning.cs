using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Beginnings;

/// <summary>What an organisation wrote down in its first weeks of listening, in its own words.</summary>
internal sealed class Beginning : IBelongToOrganisation, IVersioned
{
    public const int LongestNote = 1_000;

    /// <summary>So long one listens before one answers; a guide, never a lock.</summary>
    public static readonly Duration Long = Duration.FromDays(14);

    public required OrganisationId Organisation { get; init; }

    public string Asked { get; private set; } = "";

    public string Praised { get; private set; } = "";

    public string Criticised { get; private set; } = "";

    public string Places { get; private set; } = "";

    public string Dialogue { get; private set; } = "";

    public long Version { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<Beginning>(row =>
    {
        row.ToTable("listening_beginnings");
        row.HasKey(b => b.Organisation);
    });

    public void Write(BeginningInput input) =>
        (Asked, Praised, Criticised, Places, Dialogue) = (input.Asked, input.Praised, input.Criticised, input.Places, input.Dialogue);
}
