using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Matching.Numbers;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Numbers;

/// <summary>Somebody has looked and says that this is not what it looks like; holds for the same number in the same conversation.</summary>
internal sealed class FalseAlarm : IBelongToOrganisation
{
    private FalseAlarm()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public ConversationId Conversation { get; private init; }

    /// <summary>Keyed hash: the number itself is kept nowhere but where it was written.</summary>
    public string Code { get; private init; } = "";

    public PrivateKind Kind { get; private init; }

    public PersonId By { get; private init; }

    public Instant At { get; private init; }

    public static FalseAlarm Of(Conversation conversation, string code, PrivateKind kind, PersonId by, Instant at) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = conversation.Organisation,
        Conversation = conversation.Id,
        Code = code,
        Kind = kind,
        By = by,
        At = at,
    };

    public static void Map(ModelBuilder model) => model.Entity<FalseAlarm>(row =>
    {
        row.ToTable("dialogue_false_alarms");
        row.Property(a => a.Id).ValueGeneratedNever();
        row.HasIndex(a => a.Conversation);
        row.HasIndex(a => a.Organisation);
        row.HasOne<Conversation>().WithMany().HasForeignKey(a => a.Conversation).HasConstraintName("FK_dialogue_false_alarms_conversation");
    });
}
