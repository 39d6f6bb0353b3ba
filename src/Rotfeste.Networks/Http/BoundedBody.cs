namespace Rotfeste.Networks.Http;

/// <summary>Reads an answer up to a cap, whatever length its headers claim.</summary>
internal static class BoundedBody
{
    /// <summary>The bytes, or null when there are more than the cap.</summary>
    public static async Task<byte[]?> Read(HttpContent content, int cap, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > cap) return null;
        var source = await content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            using var kept = new MemoryStream();
            var piece = new byte[16 * 1024];
            int read;
            while ((read = await source.ReadAsync(piece, cancel).ConfigureAwait(false)) > 0)
            {
                if (kept.Length + read > cap) return null;
                kept.Write(piece, 0, read);
            }

            return kept.ToArray();
        }
    }
}
