using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Blobs;

/// <summary>
/// Bytes kept outside the database, apart for each organisation: content by its hash, and names that lead to content. The one
/// seam: another store has to do no more than this.
/// </summary>
public interface IBlobs
{
    /// <summary>Keeps content; the same content twice is kept once.</summary>
    /// <returns>SHA-256 of the content, 64 lower-case hex digits.</returns>
    Task<string> KeepAsync(OrganisationId organisation, ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <summary>The content with this hash, or null.</summary>
    Task<byte[]?> FindAsync(OrganisationId organisation, string hash, CancellationToken cancellation);

    /// <summary>Has a name lead to content; whatever it led to before, it no longer does.</summary>
    Task NameAsync(OrganisationId organisation, string name, string hash, CancellationToken cancellation);

    /// <summary>The hash that a name leads to, or null.</summary>
    Task<string?> NamedAsync(OrganisationId organisation, string name, CancellationToken cancellation);

    /// <summary>Forgets a name and the content it led to; nothing happens where there is none.</summary>
    Task ForgetAsync(OrganisationId organisation, string name, CancellationToken cancellation);
}
