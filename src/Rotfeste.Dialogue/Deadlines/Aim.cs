using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>How soon we mean to answer and to be done: everywhere, on one channel, or with one label.</summary>
internal sealed class Aim : IBelongToOrganisation
{
    private Aim()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    /// <summary>Holds on this channel alone.</summary>
    public ChannelId? Channel { get; private init; }

    /// <summary>Holds with this label, on whatever channel.</summary>
    public LabelId? Label { get; private init; }

    /// <summary>Working minutes; null where nothing is said.</summary>
    public int? FirstAnswer { get; private init; }

    /// <summary>Working minutes; null where nothing is said.</summary>
    public int? NextAnswer { get; private init; }

    /// <summary>Working minutes; null where nothing is said.</summary>
    public int? Closing { get; private init; }

    public static Aim Of(OrganisationId organisation, AimPlace place, AimMinutes minutes) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = organisation,
        Channel = place.Channel,
        Label = place.Label,
        FirstAnswer = minutes.FirstAnswer,
        NextAnswer = minutes.NextAnswer,
        Closing = minutes.Closing,
    };

    public static void Map(ModelBuilder model) => model.Entity<Aim>(row =>
    {
        row.ToTable("dialogue_aims");
        row.Property(a => a.Id).ValueGeneratedNever();
        row.HasIndex(a => a.Organisation);
    });
}

/// <summary>Where an aim holds; everywhere when both are null.</summary>
internal readonly record struct AimPlace(ChannelId? Channel, LabelId? Label);

/// <summary>The three aims in working minutes; null where nothing is said.</summary>
internal readonly record struct AimMinutes(int? FirstAnswer, int? NextAnswer, int? Closing)
{
    public bool IsEmpty => this is { FirstAnswer: null, NextAnswer: null, Closing: null };

    public static Duration? Time(int? minutes) => minutes is { } some ? Duration.FromMinutes(some) : null;
}
