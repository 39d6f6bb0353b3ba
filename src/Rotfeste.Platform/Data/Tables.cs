using Microsoft.EntityFrameworkCore;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Data;

/// <summary>A row that belongs to one organisation: reads are filtered, writes are guarded.</summary>
public interface IBelongToOrganisation
{
    /// <summary>The owner; it never changes.</summary>
    OrganisationId Organisation { get; }
}

/// <summary>A row whose <see cref="Version"/> grows with each save: two who change it at once are told.</summary>
public interface IVersioned
{
    /// <summary>Grows by one with each save.</summary>
    long Version { get; set; }
}

/// <summary>A room's table mappings, given from its door.</summary>
/// <param name="Room">Lower-case name; every table of the room starts with it and an underscore.</param>
/// <param name="Map">Adds the room's entities to the model.</param>
public sealed record TableMapping(string Room, Action<ModelBuilder> Map);
