using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.SecondLooks;

/// <summary>What a colleague said who was asked to look at a draft.</summary>
internal enum LookState
{
    /// <summary>Asked.</summary>
    Open,

    /// <summary>Send it, it is good.</summary>
    Good,

    /// <summary>A comment, other words, or both.</summary>
    Said,

    /// <summary>Not now; no reason is needed.</summary>
    NotNow,

    /// <summary>It was answered without them.</summary>
    NoNeed,
}

/// <summary>A colleague is asked to look at a draft before it is sent: help, not permission.</summary>
internal sealed class SecondLook : IBelongToOrganisation, IVersioned
{
    public const int LongestComment = 2_000;

    private SecondLook()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public ConversationId Conversation { get; private set; }

    /// <summary>Whose draft it is.</summary>
    public PersonId Writer { get; private init; }

    /// <summary>Who is asked.</summary>
    public PersonId Reader { get; private init; }

    /// <summary>The draft as it stood when they were asked.</summary>
    public string Words { get; private set; } = "";

    /// <summary>What the writer is unsure of, or "".</summary>
    public string Doubt { get; private set; } = "";

    public LookState State { get; private set; }

    public Instant At { get; private set; }

    /// <summary>What the reader says about it, or "".</summary>
    public string Comment { get; private set; } = "";

    /// <summary>The reader's own words for it, or "" where they have none.</summary>
    public string Suggested { get; private set; } = "";

    public long Version { get; set; }

    public static SecondLook Of(Conversation conversation, PersonId writer, PersonId reader) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = conversation.Organisation,
        Conversation = conversation.Id,
        Writer = writer,
        Reader = reader,
    };

    /// <summary>Asked, or asked anew: what was said before was about other words.</summary>
    public void Ask(string words, string doubt, Instant now) =>
        (Words, Doubt, State, At, Comment, Suggested) = (words, doubt, LookState.Open, now, "", "");

    /// <summary>They have looked, also where it did not suit at first. False where they have said it, or it is no longer needed.</summary>
    public bool Answer(bool isGood, string comment, string text, Instant now)
    {
        if (State is not (LookState.Open or LookState.NotNow))
            return false;

        (State, At, Comment, Suggested) = (isGood ? LookState.Good : LookState.Said, now, comment, text == Words ? "" : text);
        return true;
    }

    /// <summary>Its conversation went into another, or out of it.</summary>
    public void GoTo(ConversationId conversation) => Conversation = conversation;

    /// <summary>It ends without a look. False where it has ended.</summary>
    public bool End(LookState how, Instant now)
    {
        if (State != LookState.Open)
            return false;

        (State, At) = (how, now);
        return true;
    }

    /// <summary>The reader finds exactly these words good: those shown, or the reader's own.</summary>
    public bool FindsGood(string text) => State == LookState.Good && text == (Suggested.Length > 0 ? Suggested : Words);

    public static void Map(ModelBuilder model) => model.Entity<SecondLook>(row =>
    {
        row.ToTable("dialogue_second_looks");
        row.Property(l => l.Id).ValueGeneratedNever();
        row.HasIndex(l => new { l.Conversation, l.Writer, l.Reader }).IsUnique();
        row.HasOne<Conversation>().WithMany().HasForeignKey(l => l.Conversation).HasConstraintName("FK_dialogue_second_looks_conversation");
    });
}
