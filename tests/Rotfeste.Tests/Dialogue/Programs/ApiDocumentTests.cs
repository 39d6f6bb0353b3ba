using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Programs;

/// <summary>What is said of the addresses for programs is what they do.</summary>
public sealed class ApiDocumentTests
{
    [Fact]
    public async Task The_document_names_every_address_each_answers_and_what_they_say_fits_the_schemas()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("Når kommer vannet?");
        using var kari = await Program.OfAsync(world, DialogueWorld.Kari);
        var document = await kari.ReadAsync("/api/v1/openapi.json");
        var named = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (Path: p.Name, Method: o.Name, Operation: o.Value))).ToList();
        var there = world.App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1/{", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(m => $"{m.ToLowerInvariant()} /{e.RoutePattern.RawText!.TrimStart('/').Replace(":guid", "", StringComparison.Ordinal)}"));
        named.Select(n => $"{n.Method} {n.Path}").ShouldBe(there, ignoreOrder: true);
        named.Select(n => n.Operation.GetProperty("operationId").GetString()).ShouldBeUnique();

        var seen = 0;
        foreach (var (path, method, operation) in named.OrderBy(n => n.Path.EndsWith("/closure", StringComparison.Ordinal)))
        {
            var address = path.Replace("{organisation}", world.Path[1..], StringComparison.Ordinal).Replace("{id}", $"{id}", StringComparison.Ordinal);
            var (status, body) = await kari.SendAsync(new HttpMethod(method.ToUpperInvariant()), address, BodyOf(path, seen), "key");
            ((int)status).ShouldBeInRange(200, 299, $"{method} {address} {body}");
            var said = operation.GetProperty("responses").GetProperty($"{(int)status}");
            if (said.TryGetProperty("content", out var content))
                Mistakes(JsonDocument.Parse(body).RootElement, content.GetProperty("application/json").GetProperty("schema"), document, path).ShouldBeEmpty();
            else
                body.ShouldBeEmpty();
            seen = path.EndsWith("/{id}", StringComparison.Ordinal) ? JsonDocument.Parse(body).RootElement.GetProperty("seen").GetInt32() : Math.Max(seen, 1);
        }

        Mistakes(JsonDocument.Parse("""{"seen":"one"}""").RootElement, JsonDocument.Parse("""{"$ref":"#/components/schemas/Thread"}""").RootElement, document, "").Count().ShouldBe(3);
    }

    [Fact]
    public async Task The_examples_in_the_guide_work_as_they_stand()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var id = await world.AskedAsync("When is the water back?");
        using var visitor = await world.SignInAsync(DialogueWorld.Kari);
        var token = await Program.MakeTokenAsync(world, visitor, Rotfeste.People.Contracts.Scopes.All);
        var guide = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs", "api.md"));
        var examples = guide.Split("```sh\n").Skip(1).Select(e => e.Split("```")[0]).ToList();
        examples.Count.ShouldBe(5);
        foreach (var example in examples)
        {
            var start = new ProcessStartInfo("bash", ["-c", example]) { RedirectStandardError = true, RedirectStandardOutput = true };
            foreach (var (name, value) in new[] { ("API", $"{world.App.Address}api/v1{world.Path}"), ("TOKEN", token), ("CONVERSATION", $"{id}"), ("KEY", "k1"), ("SEEN", "1") })
                start.Environment[name] = value;
            using var run = Process.Start(start)!;
            var (said, wrong) = (await run.StandardOutput.ReadToEndAsync(), await run.StandardError.ReadToEndAsync());
            await run.WaitForExitAsync();
            run.ExitCode.ShouldBe(0, $"{example} {said} {wrong}");
        }

        (await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync())).Text.ShouldBe("The water is back at six.");
    }

    private static object? BodyOf(string path, int seen) => path[(path.LastIndexOf('/') + 1)..] switch
    {
        "assignment" => new { },
        "closure" => new { outcome = "answered" },
        "labels" when path.Contains("{id}", StringComparison.Ordinal) => new { labels = Array.Empty<Guid>() },
        "notes" => new { text = "Ringte vannverket." },
        "replies" => new { text = "Klokka seks.", seen, signature = "name" },
        _ => null,
    };

    // As much of JSON Schema as the document uses.
    private static IEnumerable<string> Mistakes(JsonElement value, JsonElement schema, JsonElement document, string where)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            return [];
        if (schema.TryGetProperty("$ref", out var named))
            return Mistakes(value, Find(document, named.GetString()!), document, where);

        var found = new List<string>();
        if (schema.TryGetProperty("type", out var type) && !Types(type).Contains(Kind(value)))
            found.Add($"{where} is {Kind(value)}");
        if (schema.TryGetProperty("enum", out var allowed) && allowed.EnumerateArray().All(a => a.ToString() != value.ToString()))
            found.Add($"{where} is {value}");
        if (schema.TryGetProperty("format", out var format) && value.ValueKind == JsonValueKind.String
            && (format.GetString() == "uuid" ? !value.TryGetGuid(out _) : !value.TryGetDateTimeOffset(out _)))
            found.Add($"{where} is no {format}");
        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            found.AddRange(schema.GetProperty("required").EnumerateArray().Where(r => !value.TryGetProperty(r.GetString()!, out _)).Select(r => $"{where}.{r} is missing"));
            foreach (var part in value.EnumerateObject())
                found.AddRange(properties.TryGetProperty(part.Name, out var own) ? Mistakes(part.Value, own, document, $"{where}.{part.Name}") : [$"{where}.{part.Name} is unknown"]);
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            found.AddRange(value.EnumerateArray().SelectMany(i => Mistakes(i, items, document, $"{where}[]")));
        return found;
    }

    private static JsonElement Find(JsonElement document, string pointer) => pointer.Split('/').Skip(1).Aggregate(document, (at, part) => at.GetProperty(part));

    private static IEnumerable<string?> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()) : [type.GetString()];

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "integer",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
