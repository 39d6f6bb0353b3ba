using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Analysis.Targets;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Waits;

/// <summary>
/// One question and how long it waited: what the report counts, worked out from the history whenever that changes, so that a million
/// conversations are reported on without reading their histories. What has ended keeps the working time and the aim of that day.
/// </summary>
internal sealed class Wait : IBelongToOrganisation
{
    private Wait()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public ConversationId Conversation { get; private init; }

    public ChannelId Channel { get; private init; }

    /// <summary>For the first answer, or for a later one.</summary>
    public TargetKind Kind { get; private init; }

    public Instant AskedAt { get; private init; }

    public Instant? EndedAt { get; private set; }

    public TargetEnd End { get; private set; }

    /// <summary>Working time in seconds to its end; 0 while it runs.</summary>
    public int Worked { get; private set; }

    /// <summary>When it must have ended; null without an aim.</summary>
    public Instant? DueAt { get; private set; }

    /// <summary>It ended after the aim; of what runs, the due time tells.</summary>
    public bool EndedLate { get; private set; }

    /// <summary>Who answered; null while nobody has.</summary>
    public PersonId? By { get; private set; }

    /// <summary>Where they worked then.</summary>
    public UnitId? Unit { get; private set; }

    public static Wait Of(Conversation conversation, TargetTime time)
    {
        var wait = new Wait
        {
            Id = Guid.CreateVersion7(),
            Organisation = conversation.Organisation,
            Conversation = conversation.Id,
            Channel = conversation.Channel,
            Kind = time.Kind,
            AskedAt = time.Started,
        };
        wait.Renew(time);
        return wait;
    }

    /// <summary>The same question, and nothing has come to it since it ended.</summary>
    public bool Stands(TargetTime time) => End != TargetEnd.Running && End == time.End && EndedAt == time.Ended;

    public bool IsOf(TargetTime time) => Kind == time.Kind && AskedAt == time.Started;

    public void Renew(TargetTime time)
    {
        (EndedAt, End, DueAt) = (time.Ended, time.End, time.Due);
        (Worked, EndedLate) = time.End == TargetEnd.Running ? (0, false) : ((int)Math.Min(int.MaxValue, time.Elapsed.TotalSeconds), time.IsLate);
    }

    public void WasAnsweredBy(PersonId? by, UnitId? unit) => (By, Unit) = (by, unit);

    public static void Map(ModelBuilder model) => model.Entity<Wait>(row =>
    {
        row.ToTable("dialogue_waits");
        row.Property(w => w.Id).ValueGeneratedNever();
        row.HasIndex(w => w.Conversation);
        row.HasIndex(w => new { w.Organisation, w.AskedAt });
        row.HasIndex(w => new { w.Organisation, w.By, w.AskedAt });
        row.HasOne<Conversation>().WithMany().HasForeignKey(w => w.Conversation).HasConstraintName("FK_dialogue_waits_conversation");
    });
}
