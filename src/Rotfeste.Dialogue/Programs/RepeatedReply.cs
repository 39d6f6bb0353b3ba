using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Programs;

/// <summary>
/// That a program's request was carried out: stored together with its answer and kept until the conversation is forgotten, so that the same key
/// gives the same answer again, whenever it comes.
/// </summary>
internal sealed class RepeatedReply : IBelongToOrganisation
{
    public required OrganisationId Organisation { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>The program's Idempotency-Key.</summary>
    public required string Key { get; init; }

    /// <summary>Hash of what was asked for: the same key for something else is a mistake.</summary>
    public required string Asked { get; init; }

    public required ConversationId Conversation { get; init; }

    public required AnswerId Answer { get; init; }

    public required Instant GoesAt { get; init; }

    public static string HashOf(Guid conversation, NewReplyJson asked) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { conversation, asked })));

    public static void Map(ModelBuilder model) => model.Entity<RepeatedReply>(row =>
    {
        row.ToTable("dialogue_program_replies");
        row.HasKey(r => new { r.Organisation, r.Person, r.Key });
        row.HasIndex(r => r.Conversation);
    });
}

/// <summary>The key of the request that is being carried out; none where a person writes on a page.</summary>
internal sealed class ReplyKey(AppDb db)
{
    private (string Key, string Asked)? current;

    public void Begin(string key, string asked) => current = (key, asked);

    /// <summary>Notes what came of it, in the answer's own unit of work.</summary>
    public void Note(WrittenAnswer answer)
    {
        if (current is not { } now)
            return;
        db.Add(new RepeatedReply
        {
            Organisation = answer.Organisation,
            Person = answer.By,
            Key = now.Key,
            Asked = now.Asked,
            Conversation = answer.Conversation,
            Answer = answer.Id,
            GoesAt = answer.GoesAt,
        });
    }
}
