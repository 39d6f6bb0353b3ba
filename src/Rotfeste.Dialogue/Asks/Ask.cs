using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Asks;

/// <summary>What became of asking one who knows.</summary>
internal enum AskState
{
    /// <summary>Asked.</summary>
    Open,

    /// <summary>They answered in their own name.</summary>
    Answered,

    /// <summary>They handed a fact to the one who answers.</summary>
    FactGiven,

    /// <summary>Not them; no reason is needed.</summary>
    NotMe,

    /// <summary>Not now; no reason is needed.</summary>
    NotNow,

    /// <summary>It went on when its time was up.</summary>
    WentOn,

    /// <summary>It was answered or closed without them.</summary>
    NoNeed,
}

/// <summary>One who knows is asked about a conversation. Who did not answer is shown to nobody: it went on, and that is all.</summary>
internal sealed class Ask : IBelongToOrganisation, IVersioned
{
    public const int LongestFact = 4_000;

    private Ask()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public ConversationId Conversation { get; private set; }

    public PersonId Asked { get; private init; }

    /// <summary>Who wants to know.</summary>
    public PersonId By { get; private init; }

    /// <summary>The subject of theirs that the question met; "" where a colleague knew better.</summary>
    public string Subject { get; private init; } = "";

    public Instant At { get; private init; }

    /// <summary>Then it goes on to the next.</summary>
    public Instant GoesOnAt { get; private init; }

    public AskState State { get; private set; }

    public Instant? EndedAt { get; private set; }

    /// <summary>What they handed on, or "".</summary>
    public string Fact { get; private set; } = "";

    public long Version { get; set; }

    public static Ask Of(Conversation conversation, PersonId asked, PersonId by, string subject, Instant now, Instant goesOnAt) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = conversation.Organisation,
        Conversation = conversation.Id,
        Asked = asked,
        By = by,
        Subject = subject,
        At = now,
        GoesOnAt = goesOnAt,
    };

    /// <summary>It still wants an answer of us.</summary>
    public static bool IsWanted(Conversation conversation) => conversation.State is ConversationState.WaitingForUs or ConversationState.Snoozed;

    /// <summary>A fact is welcome also after it went on. False where one is given, or they have answered.</summary>
    public bool GiveFact(string fact, Instant now)
    {
        if (State is AskState.FactGiven or AskState.Answered)
            return false;

        (State, EndedAt, Fact) = (AskState.FactGiven, now, fact);
        return true;
    }

    /// <summary>Its conversation went into another, or out of it.</summary>
    public void GoTo(ConversationId conversation) => Conversation = conversation;

    /// <summary>It ends in another way. False where it has ended.</summary>
    public bool End(AskState how, Instant now)
    {
        if (State != AskState.Open)
            return false;

        (State, EndedAt) = (how, now);
        return true;
    }

    public static void Map(ModelBuilder model) => model.Entity<Ask>(row =>
    {
        row.ToTable("dialogue_asks");
        row.Property(a => a.Id).ValueGeneratedNever();
        row.HasIndex(a => a.Conversation);
        row.HasIndex(a => new { a.Organisation, a.Asked, a.State });
        row.HasIndex(a => new { a.Organisation, a.At });
        row.HasOne<Conversation>().WithMany().HasForeignKey(a => a.Conversation).HasConstraintName("FK_dialogue_asks_conversation");
    });
}
