using System.Security.Cryptography;
using Rotfeste.Platform;

namespace Rotfeste.Listening.Imports;

/// <summary>Uploaded files, in the data folder until they are read.</summary>
internal sealed class ImportFiles(Settings settings)
{
    private string Folder => Path.Combine(settings.DataFolder, "imports");

    /// <summary>Keeps a file under an import's id, whole or not at all.</summary>
    /// <returns>SHA-256 in hex, and the length in bytes.</returns>
    public async Task<(string Hash, long Size)> KeepAsync(Guid id, Stream content, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder);
        var unfinished = Of(id) + ".new";
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long size = 0;
            await using (var file = File.Create(unfinished))
            {
                var piece = new byte[256 * 1024];
                for (int length; (length = await content.ReadAsync(piece, cancellation)) > 0; size += length)
                {
                    hash.AppendData(piece, 0, length);
                    await file.WriteAsync(piece.AsMemory(0, length), cancellation);
                }
            }

            File.Move(unfinished, Of(id));
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Opens it, or null where it is gone.</summary>
    public FileStream? Open(Guid id) => File.Exists(Of(id)) ? File.OpenRead(Of(id)) : null;

    public void Delete(Guid id) => File.Delete(Of(id));

    private string Of(Guid id) => Path.Combine(Folder, id.ToString());
}
