using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Posts;

/// <summary>An organisation's own key for hashing authors, sealed. Without it the hashes lead nowhere.</summary>
internal sealed class AuthorSecret : IBelongToOrganisation
{
    public required OrganisationId Organisation { get; init; }

    public required string Seal { get; init; }
}
