using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Server;

/// <summary>Two questions of whoever runs the machine: is the process alive, and can it do its work?</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("ok")).AllowAnonymous();
        routes.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(AppDb db, CancellationToken cancellation) =>
        await db.Database.CanConnectAsync(cancellation)
            ? Results.Text("ok")
            : Results.Text("database", statusCode: StatusCodes.Status503ServiceUnavailable);
}
