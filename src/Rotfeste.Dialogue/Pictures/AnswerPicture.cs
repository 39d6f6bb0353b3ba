using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Pictures;

namespace Rotfeste.Dialogue.Pictures;

/// <summary>A picture that goes with an answer, or that its writer has laid beside the draft. The file lies among the blobs.</summary>
internal sealed class AnswerPicture : IBelongToOrganisation
{
    private AnswerPicture()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public ConversationId Conversation { get; private set; }

    public PersonId Person { get; private init; }

    /// <summary>The answer it went with; null while it lies beside the draft.</summary>
    public AnswerId? Answer { get; private set; }

    public string Hash { get; private init; } = "";

    public string Kind { get; private init; } = "";

    public string AltText { get; private init; } = "";

    public int Width { get; private init; }

    public int Height { get; private init; }

    public Instant AddedAt { get; private init; }

    public static AnswerPicture Of(Conversation conversation, PersonId person, StrippedPicture picture, string hash, string altText, Instant now) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = conversation.Organisation,
        Conversation = conversation.Id,
        Person = person,
        Hash = hash,
        Kind = picture.Kind,
        AltText = altText,
        Width = picture.Width,
        Height = picture.Height,
        AddedAt = now,
    };

    /// <summary>By this name the file is forgotten.</summary>
    public string BlobName => $"answer-picture/{Id}";

    public void GoWith(AnswerId answer) => Answer = answer;

    /// <summary>Its conversation went into another, or out of it.</summary>
    public void GoTo(ConversationId conversation) => Conversation = conversation;

    /// <summary>Its answer was taken back.</summary>
    public void ComeBack() => Answer = null;

    public ItemPicture ToItem() => new(Hash, Kind, AltText, Width, Height);

    public static void Map(ModelBuilder model) => model.Entity<AnswerPicture>(row =>
    {
        row.ToTable("dialogue_pictures");
        row.Property(p => p.Id).ValueGeneratedNever();
        row.Ignore(p => p.BlobName);
        row.HasIndex(p => new { p.Conversation, p.Person });
        row.HasOne<Conversation>().WithMany().HasForeignKey(p => p.Conversation);
    });
}
