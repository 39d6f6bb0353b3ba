using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using Rotfeste.Dialogue.Contracts;

namespace Rotfeste.Dialogue.Exports;

/// <summary>Writes one file of a package: a folder a conversation, and a manifest with the hash of every file in it.</summary>
internal sealed class PackageWriter : IDisposable
{
    public static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly MemoryStream content = new();
    private readonly ZipArchive zip;
    private readonly List<ManifestFile> files = [];
    private readonly DateTimeOffset at;

    public PackageWriter(DateTimeOffset at)
    {
        this.at = at;
        zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    }

    public long Bytes => content.Length;

    public async Task AddAsync(ConversationFolder folder, IServiceProvider services, ILoggerFactory log)
    {
        var name = folder.Conversation.ToString();
        await AddAsync($"{name}/conversation.json", JsonSerializer.SerializeToUtf8Bytes(folder.Record, Readable));
        await AddAsync($"{name}/conversation.html", Encoding.UTF8.GetBytes(await DrawAsync(folder.Record, services, log)));
        foreach (var (file, picture) in folder.Pictures)
            await AddAsync($"{name}/{file}", picture);
    }

    /// <summary>The whole file; nothing can be added afterwards.</summary>
    public async Task<byte[]> CloseAsync(Guid export, string organisation, int part)
    {
        var manifest = new Manifest(ArchiveFile.Format, organisation, export, part, [.. files]);
        await WriteAsync(ArchiveFile.ManifestName, JsonSerializer.SerializeToUtf8Bytes(manifest, Readable));
        zip.Dispose();
        return content.ToArray();
    }

    public void Dispose()
    {
        zip.Dispose();
        content.Dispose();
    }

    private static async Task<string> DrawAsync(ArchivedConversation record, IServiceProvider services, ILoggerFactory log)
    {
        await using var renderer = new HtmlRenderer(services, log);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<ArchivedPage>(ParameterView.FromDictionary(
                new Dictionary<string, object?> { [nameof(ArchivedPage.View)] = record }))).ToHtmlString());
    }

    private async Task AddAsync(string path, byte[] bytes)
    {
        files.Add(new ManifestFile(path, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        await WriteAsync(path, bytes);
    }

    private async Task WriteAsync(string path, byte[] bytes)
    {
        var entry = zip.CreateEntry(path);
        entry.LastWriteTime = at;
        await using var stream = await entry.OpenAsync();
        await stream.WriteAsync(bytes);
    }
}
