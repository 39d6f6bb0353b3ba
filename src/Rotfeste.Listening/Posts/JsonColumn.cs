using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Posts;

/// <summary>A list that lies in one text column.</summary>
internal static class JsonColumn
{
    public static void Map<TItem>(PropertyBuilder<IReadOnlyList<TItem>> property) =>
        property.HasConversion(
            new ValueConverter<IReadOnlyList<TItem>, string>(list => Write(list), json => Read<TItem>(json)),
            new ValueComparer<IReadOnlyList<TItem>>((a, b) => Same(a, b), list => list.Count, list => list));

    private static string Write<TItem>(IReadOnlyList<TItem> list) =>
        list.Count == 0 ? "[]" : JsonSerializer.Serialize(list, StoredJson.Options);

    private static List<TItem> Read<TItem>(string json) =>
        json == "[]" ? [] : JsonSerializer.Deserialize<List<TItem>>(json, StoredJson.Options) ?? [];

    private static bool Same<TItem>(IReadOnlyList<TItem>? a, IReadOnlyList<TItem>? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && a.SequenceEqual(b));
}
