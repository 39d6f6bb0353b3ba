using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Requests;

/// <summary>What an author asked for.</summary>
public enum AuthorRequestKind
{
    /// <summary>A copy of what lies here.</summary>
    Export,

    /// <summary>That it be erased.</summary>
    Erasure,
}

/// <summary>That an author's request was met: by case, never by name.</summary>
internal sealed class AuthorRequest : IBelongToOrganisation
{
    public const int LongestCase = 100;

    public required Guid Id { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required AuthorRequestKind Kind { get; init; }

    /// <summary>The organisation's own case number.</summary>
    public required string Case { get; init; }

    public required int Posts { get; init; }

    /// <summary>What rooms above held of them: conversations.</summary>
    public int Others { get; init; }

    public required PersonId By { get; init; }

    public required Instant At { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<AuthorRequest>(row =>
    {
        row.ToTable("listening_author_requests");
        row.Property(r => r.Id).ValueGeneratedNever();
    });
}
