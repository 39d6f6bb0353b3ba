using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Intakes;
using Rotfeste.Listening.Sources;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;
using Rotfeste.Platform.Live;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Messages;

/// <summary>A message of another system, signed with the source's secret. What it holds and that it was taken are stored together.</summary>
internal sealed class TakeMessage(AppDb db, Intake intake, SearchIndexes indexes, Secrets secrets, LiveTopics live, IClock clock)
{
    public const string Limit = "source-messages";
    public const string SecretPurpose = "listening-webhook";
    private const int MostBytes = 1024 * 1024;
    private const int MostPosts = 1_000;
    private const int LongestId = 200;
    private const int MostAMinute = 600;
    private static readonly Duration Remembered = Duration.FromDays(7);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/sources/{id:guid}/messages", (Guid id, HttpRequest request, TakeMessage take, CancellationToken cancellation) =>
            take.HandleAsync(new SourceId(id), request, cancellation))
            .AllowAnonymous().RequireRateLimiting(Limit).WithMetadata(new ProvesItsCallerItself());

    public static void SetLimit(RateLimiterOptions options) => options.AddPolicy(Limit, http => RateLimitPartition.GetSlidingWindowLimiter(
        $"{http.Connection.RemoteIpAddress} {http.GetRouteValue("id")}",
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = MostAMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));

    private async Task<IResult> HandleAsync(SourceId id, HttpRequest request, CancellationToken cancellation)
    {
        var (message, timestamp, signature) = (Header(request, "webhook-id"), Header(request, "webhook-timestamp"), Header(request, "webhook-signature"));
        if (await db.Set<Source>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.Kind == SourceKind.Webhook, cancellation) is not { } source)
            return Results.NotFound();
        if (await BodyAsync(request, cancellation) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (message.Length is 0 or > LongestId || secrets.Open(source.Organisation, SecretPurpose, source.SealedSecret ?? "") is not { } secret
            || !MessageSignature.IsRight(secret, message, timestamp, body, signature))
            return await RefuseAsync(id, source.Trouble, cancellation);
        if (!MessageSignature.IsFresh(timestamp, clock.GetCurrentInstant()))
            return Results.Json(new { error = "The timestamp is more than five minutes from our clock." }, statusCode: StatusCodes.Status401Unauthorized);
        if (source.PausedAt is not null)
            return Results.Json(new { error = "The source is paused. Send it again later." }, statusCode: StatusCodes.Status503ServiceUnavailable);
        return Read(body, $"webhook:{id}") is not { } posts
            ? Results.Json(new { error = $"data must be a post or at most {MostPosts} posts, each with text and at." }, statusCode: StatusCodes.Status422UnprocessableEntity)
            : await StoreAsync(id, message, posts, cancellation);
    }

    private async Task<IResult> StoreAsync(SourceId id, string message, List<NetworkPost> posts, CancellationToken cancellation)
    {
        var searches = await indexes.OfAsync(db, cancellation);
        var isNew = false;
        try
        {
            await db.WriteAsync(
                async () =>
                {
                    var now = clock.GetCurrentInstant();
                    if (await db.Set<TakenMessage>().AnyAsync(m => m.Source == id && m.Message == message, cancellation))
                        return;
                    isNew = true;
                    var source = await db.Set<Source>().FirstAsync(s => s.Id == id, cancellation);
                    db.Add(new TakenMessage { Organisation = source.Organisation, Source = id, Message = message, At = now });
                    await db.Set<TakenMessage>().Where(m => m.Source == id && m.At < now - Remembered).ExecuteDeleteAsync(cancellation);
                    var found = await intake.TakeAsync(source.Organisation, posts, searches, source.TakesAll, cancellation);
                    await intake.CountAsync(source, posts.Count, found, cancellation);
                    source.Hear(now, posts.Count > 0);
                    db.AfterCommit(() => live.Announce(source.Organisation, "sources"));
                    await db.SaveChangesAsync(cancellation);
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            // The same message, or another for the same source, in the same moment: the sender tries again, and then it is told apart.
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        return Results.Json(new { received = isNew ? posts.Count : 0 }, statusCode: StatusCodes.Status202Accepted);
    }

    // Told once, so that whoever knows the address but not the secret cannot have us write at will.
    private async Task<IResult> RefuseAsync(SourceId id, SourceTrouble before, CancellationToken cancellation)
    {
        if (before == SourceTrouble.None && await db.Set<Source>().FirstOrDefaultAsync(s => s.Id == id, cancellation) is { } source)
        {
            source.Fail(SourceTrouble.WrongSignature, clock.GetCurrentInstant());
            await db.SaveChangesAsync(cancellation);
        }

        return Results.Json(new { error = "The signature is not right." }, statusCode: StatusCodes.Status401Unauthorized);
    }

    private static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MostBytes)
            return null;
        using var read = new MemoryStream();
        var piece = new byte[16 * 1024];
        for (int length; (length = await request.Body.ReadAsync(piece, cancellation)) > 0;)
        {
            if (read.Length + length > MostBytes)
                return null;
            read.Write(piece, 0, length);
        }

        return read.ToArray();
    }

    // All of them or none: a sender that has to mend one sends all again.
    private static List<NetworkPost>? Read(byte[] body, string prefix)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16 });
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("data", out var data))
                return null;
            var given = data.ValueKind == JsonValueKind.Array ? data.EnumerateArray().Take(MostPosts + 1).ToList() : [data];
            var posts = given.Select(p => PostJson.Read(p, prefix)).OfType<SourcePost>().Select(p => p.ToNetworkPost()).ToList();
            return posts.Count == given.Count && posts.Count <= MostPosts ? posts : null;
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Header(HttpRequest request, string name) => request.Headers[name].ToString();
}
