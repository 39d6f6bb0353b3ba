using Microsoft.AspNetCore.Http;

namespace Rotfeste.Tests.Channels.Fakes;

/// <summary>Ways in which a server goes wrong; each may still have the true answer made first.</summary>
internal delegate Task Trouble(HttpContext http, Func<Task> truth);

/// <summary>The troubles that tests ask for.</summary>
internal static class Troubles
{
    public static Trouble Html { get; } = (http, _) => WriteAsync(http, 200, "text/html", "<!DOCTYPE html><h1>Welcome</h1>");

    public static Trouble BrokenJson { get; } = (http, _) => WriteAsync(http, 200, "application/json", "{\"did\": \"did:plc:");

    public static Trouble OtherJson { get; } = (http, _) => WriteAsync(http, 200, "application/json", "[1, 2, 3]");

    public static Trouble ServerError { get; } = (http, _) => Error(http, 500, "InternalServerError");

    public static Trouble HangsUp { get; } = (http, _) =>
    {
        http.Abort();
        return Task.CompletedTask;
    };

    /// <summary>The write is done, and its answer lost.</summary>
    public static Trouble DoneButHangsUp { get; } = async (http, truth) =>
    {
        var wire = http.Response.Body;
        http.Response.Body = Stream.Null;
        await truth();
        http.Response.Body = wire;
        http.Abort();
    };

    public static Trouble Slow(TimeSpan wait) => async (http, _) => await Task.Delay(wait, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    public static Trouble RateLimited(int? retryAfter) => (http, _) =>
    {
        if (retryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Error(http, 429, "RateLimitExceeded");
    };

    public static Trouble Says(int status, string error) => (http, _) => Error(http, status, error);

    public static Task Error(HttpContext http, int status, string error) =>
        WriteAsync(http, status, "application/json", $$"""{"error":"{{error}}","message":"No."}""");

    private static Task WriteAsync(HttpContext http, int status, string type, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(body);
    }
}
