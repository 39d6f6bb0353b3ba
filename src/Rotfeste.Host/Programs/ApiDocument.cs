using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Rotfeste.Platform;

namespace Rotfeste.Host.Programs;

/// <summary>
/// The OpenAPI 3.1 document, made of the endpoints themselves: what is not mapped cannot stand in it. Schemas are those of System.Text.Json's
/// own exporter (decision 0037).
/// </summary>
internal sealed partial class ApiDocument(IEnumerable<EndpointDataSource> sources, IOptions<JsonOptions> json, Settings settings)
{
    public const string Root = "/api/v1";

    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true };
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    // A number is read from a string too, but nobody needs to know.
    private readonly JsonSerializerOptions reading = new(json.Value.SerializerOptions) { NumberHandling = JsonNumberHandling.Strict };
    private readonly Dictionary<string, JsonNode> schemas = new(StringComparer.Ordinal);
    private readonly Lock making = new();
    private string? made;

    /// <summary>The document as JSON; made once.</summary>
    public string Json
    {
        get
        {
            lock (making)
                return made ??= Make().ToJsonString(Indented);
        }
    }

    /// <summary>What programs can ask, in the order of addresses.</summary>
    public IReadOnlyList<ApiCall> Calls =>
    [
        .. sources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => PathOf(e).StartsWith($"{Root}/{{organisation}}", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(m => new ApiCall(
                m, PathOf(e), e.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>().Single(),
                e.Metadata.GetRequiredMetadata<IEndpointSummaryMetadata>().Summary, e.Metadata.GetRequiredMetadata<IEndpointDescriptionMetadata>().Description, e)))
            .OrderBy(c => c.Path, StringComparer.Ordinal).ThenBy(c => c.Method, StringComparer.Ordinal),
    ];

    private JsonObject Make()
    {
        var paths = new JsonObject();
        foreach (var path in Calls.GroupBy(c => c.Path))
            paths[path.Key] = new JsonObject(path.Select(c => KeyValuePair.Create(Lower(c.Method), (JsonNode?)Operation(c))));
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Rotfeste", ["version"] = "1", ["description"] = "Conversations, answers, labels and response times of one organisation, as one of its people may see and change them." },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = settings.Address.GetLeftPart(UriPartial.Authority) }),
            ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "A personal token, made on one's own page." } },
                ["schemas"] = new JsonObject(schemas.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value.DeepClone()))),
            },
        };
    }

    private JsonObject Operation(ApiCall call)
    {
        var operation = new JsonObject
        {
            ["operationId"] = $"{Lower(call.Method)}{string.Concat(Word().Matches(call.Path[(Root.Length + "/{organisation}".Length)..]).Select(m => $"{char.ToUpperInvariant(m.Value[0])}{m.Value[1..]}"))}",
            ["summary"] = call.Summary,
            ["description"] = $"{call.What} Scope: {call.Scope}.",
            ["parameters"] = new JsonArray([.. Parameters(call.Endpoint)]),
        };
        if (call.Endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { RequestType: { } body })
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/json", body, isAnswer: false) };
        operation["responses"] = Responses(call.Endpoint);
        return operation;
    }

    private IEnumerable<JsonNode?> Parameters(RouteEndpoint endpoint)
    {
        foreach (var part in endpoint.RoutePattern.Parameters)
        {
            var isId = part.ParameterPolicies.Any(p => p.Content == "guid");
            yield return Parameter(part.Name, "path", true, isId ? new JsonObject { ["type"] = "string", ["format"] = "uuid" } : new JsonObject { ["type"] = "string" });
        }

        foreach (var asked in endpoint.Metadata.GetRequiredMetadata<MethodInfo>().GetParameters())
        {
            var isHeader = asked.GetCustomAttributes().OfType<IFromHeaderMetadata>().FirstOrDefault();
            var isPlain = asked.ParameterType == typeof(string) || asked.ParameterType == typeof(Guid?) || asked.ParameterType == typeof(int?);
            if (!isPlain || endpoint.RoutePattern.GetParameter(asked.Name!) is not null)
                continue;
            var schema = new JsonObject { ["type"] = asked.ParameterType == typeof(int?) ? "integer" : "string" };
            if (asked.ParameterType == typeof(Guid?))
                schema["format"] = "uuid";
            yield return isHeader is null ? Parameter(asked.Name!, "query", false, schema) : Parameter(isHeader.Name!, "header", true, schema);
        }
    }

    private static JsonObject Parameter(string name, string place, bool required, JsonObject schema) =>
        new() { ["name"] = name, ["in"] = place, ["required"] = required, ["schema"] = schema };

    private JsonObject Responses(RouteEndpoint endpoint)
    {
        var responses = new SortedDictionary<int, JsonNode?>();
        foreach (var answer in endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>())
        {
            var said = new JsonObject { ["description"] = answer.StatusCode < 300 ? "Done" : "Refused; the problem says why in plain words" };
            if (answer.Type is { } type && type != typeof(void))
                said["content"] = Content(answer.StatusCode < 300 ? "application/json" : "application/problem+json", type, isAnswer: true);
            responses[answer.StatusCode] = said;
        }

        foreach (var (code, what) in new[] { (401, "No valid token"), (403, "The token or its person may not do this"), (429, "Too many calls; see Retry-After") })
            responses[code] = new JsonObject { ["description"] = what, ["content"] = Content("application/problem+json", typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), isAnswer: true) };
        return new JsonObject(responses.Select(r => KeyValuePair.Create($"{r.Key}", r.Value)));
    }

    private JsonObject Content(string media, Type type, bool isAnswer) => new() { [media] = new JsonObject { ["schema"] = SchemaOf(type, isAnswer) } };

    private JsonObject SchemaOf(Type type, bool isAnswer)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
            return new JsonObject { ["type"] = "array", ["items"] = SchemaOf(type.GetGenericArguments()[0], isAnswer) };

        var name = type.Name.EndsWith("Json", StringComparison.Ordinal) ? type.Name[..^4] : type.Name;
        if (!schemas.ContainsKey(name))
        {
            var schema = reading.GetJsonSchemaAsNode(type, Exporting);
            if (isAnswer && name != nameof(Microsoft.AspNetCore.Mvc.ProblemDetails))
                AlwaysWhole(schema);
            PointFromTop(schema, name);
            schemas[name] = schema;
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    // An answer has every property that is named, if only null.
    private static void AlwaysWhole(JsonNode? schema)
    {
        if (schema is not JsonObject node)
            return;
        if (node["properties"] is JsonObject properties)
        {
            node["required"] = new JsonArray([.. properties.Select(p => (JsonNode?)p.Key)]);
            foreach (var (_, property) in properties)
                AlwaysWhole(property);
        }

        AlwaysWhole(node["items"]);
    }

    // What was described before is pointed to from the top of its own schema; here that is not the top.
    private static void PointFromTop(JsonNode? schema, string name)
    {
        if (schema is not JsonObject node)
            return;
        if ((string?)node["$ref"] is { } pointer)
            node["$ref"] = $"#/components/schemas/{name}{pointer[1..]}";
        foreach (var (_, part) in node)
            PointFromTop(part, name);
    }

    private static string PathOf(RouteEndpoint endpoint) =>
        Constraint().Replace($"/{endpoint.RoutePattern.RawText!.TrimStart('/')}", "{$1}");

    private static string Lower(string method) => method.ToLowerInvariant();

    [GeneratedRegex(@"\{(\w+):\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\w+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}

/// <summary>Something that a program can ask.</summary>
/// <param name="Method">"GET".</param>
/// <param name="Path">With {organisation} and {id}.</param>
/// <param name="Scope">What the token must have.</param>
/// <param name="Summary">In a few words.</param>
/// <param name="What">In a sentence or two.</param>
/// <param name="Endpoint">Where it is carried out.</param>
internal sealed record ApiCall(string Method, string Path, string Scope, string Summary, string What, RouteEndpoint Endpoint);
