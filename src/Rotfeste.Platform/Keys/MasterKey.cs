using System.Security.Cryptography;
using System.Text;

namespace Rotfeste.Platform.Keys;

/// <summary>
/// The key that wraps all other keys: from the environment or a file of the operator's; otherwise made once in the data
/// folder, readable by the owner alone.
/// </summary>
public sealed class MasterKey
{
    private const int Size = 32;
    private readonly byte[] key;

    /// <summary>Reads the key, or makes it at the first start.</summary>
    public MasterKey(Settings settings)
    {
        key = settings.Key is { } given ? SHA256.HashData(Encoding.UTF8.GetBytes(given)) : ReadOrMake(settings.DataFolder);
    }

    /// <summary>Encrypts and authenticates (AES-256-GCM): nonce, tag, text.</summary>
    public byte[] Wrap(ReadOnlySpan<byte> plain)
    {
        var wrapped = new byte[AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + plain.Length];
        var (nonce, tag, text) = Parts(wrapped);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
        aes.Encrypt(nonce.Span, plain, text.Span, tag.Span);
        return wrapped;
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="CryptographicException">Another key, or changed bytes.</exception>
    public byte[] Unwrap(byte[] wrapped)
    {
        if (wrapped.Length < AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize)
            throw new CryptographicException("Too short to be wrapped by this key.");
        var (nonce, tag, text) = Parts(wrapped);
        var plain = new byte[text.Length];
        using var aes = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
        aes.Decrypt(nonce.Span, text.Span, tag.Span, plain);
        return plain;
    }

    /// <summary>A key of 32 bytes for one purpose, always the same one (HKDF, RFC 5869).</summary>
    public byte[] KeyFor(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Size, info: Encoding.UTF8.GetBytes(purpose));

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Text) Parts(byte[] wrapped)
    {
        var nonce = AesGcm.NonceByteSizes.MaxSize;
        var tag = AesGcm.TagByteSizes.MaxSize;
        return (wrapped.AsMemory(0, nonce), wrapped.AsMemory(nonce, tag), wrapped.AsMemory(nonce + tag));
    }

    private static byte[] ReadOrMake(string folder)
    {
        var path = Path.Combine(folder, "master.key");
        if (File.Exists(path))
            return Convert.FromBase64String(File.ReadAllText(path));

        Directory.CreateDirectory(folder);
        var made = RandomNumberGenerator.GetBytes(Size);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, options);
        file.Write(Convert.ToBase64String(made));
        return made;
    }
}
