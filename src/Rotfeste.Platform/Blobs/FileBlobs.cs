using System.Security.Cryptography;
using System.Text;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Blobs;

/// <summary>
/// Blobs as files under blobs/{organisation}/. Each is written beside its place and then renamed, so that a reader sees all of
/// it or nothing.
/// </summary>
internal sealed class FileBlobs(Settings settings) : IBlobs
{
    private const int HashLength = 64;
    private const string HexDigits = "0123456789abcdef";
    private readonly string root = Path.Combine(settings.DataFolder, "blobs");

    public async Task<string> KeepAsync(OrganisationId organisation, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var place = ContentPlace(organisation, hash);
        if (!File.Exists(place))
            await WriteAsync(place, content, cancellation);
        return hash;
    }

    public Task<byte[]?> FindAsync(OrganisationId organisation, string hash, CancellationToken cancellation) =>
        IsHash(hash) ? ReadAsync(ContentPlace(organisation, hash), cancellation) : Task.FromResult<byte[]?>(null);

    public Task NameAsync(OrganisationId organisation, string name, string hash, CancellationToken cancellation) =>
        WriteAsync(NamePlace(organisation, name), Encoding.ASCII.GetBytes(hash), cancellation);

    public async Task<string?> NamedAsync(OrganisationId organisation, string name, CancellationToken cancellation)
    {
        var bytes = await ReadAsync(NamePlace(organisation, name), cancellation);
        return bytes is not null && Encoding.ASCII.GetString(bytes) is var hash && IsHash(hash) ? hash : null;
    }

    public async Task ForgetAsync(OrganisationId organisation, string name, CancellationToken cancellation)
    {
        if (await NamedAsync(organisation, name, cancellation) is { } hash)
            File.Delete(ContentPlace(organisation, hash));
        if (File.Exists(NamePlace(organisation, name)))
            File.Delete(NamePlace(organisation, name));
    }

    private string ContentPlace(OrganisationId organisation, string hash) =>
        Path.Combine(root, organisation.ToString(), "content", hash[..2], hash);

    // A name can be anything, an address for example: only its hash comes near the file system.
    private string NamePlace(OrganisationId organisation, string name)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        return Path.Combine(root, organisation.ToString(), "names", hash[..2], hash);
    }

    private static bool IsHash(string text) => text.Length == HashLength && text.AsSpan().IndexOfAnyExcept(HexDigits) < 0;

    private static async Task<byte[]?> ReadAsync(string place, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllBytesAsync(place, cancellation);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static async Task WriteAsync(string place, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var beside = $"{place}.{Guid.NewGuid():N}.part";
        try
        {
            await using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(content, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, place, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
