using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rotfeste.Platform.Pictures;
using Rotfeste.Tests.Channels.Fakes;

namespace Rotfeste.Tests.Platform.Pictures;

public sealed class RemotePictureTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task A_picture_is_fetched_once_and_shown_from_our_own_cache()
    {
        await using var world = await ChannelWorld.StartAsync();
        await using var outside = await Outside.StartAsync();

        var first = await world.Owner.Http.GetAsync(AddressOf(world, outside.At("png")));
        var again = await world.Owner.Http.GetAsync(AddressOf(world, outside.At("png")));

        (await first.Content.ReadAsByteArrayAsync()).ShouldBe(Png);
        (await again.Content.ReadAsByteArrayAsync()).ShouldBe(Png);
        outside.Calls.ShouldBe(1);
        first.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        first.Headers.CacheControl!.ToString().ShouldContain("private");
        first.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("svg")]
    [InlineData("missing")]
    [InlineData("huge")]
    public async Task What_is_no_picture_or_too_large_is_not_shown(string what)
    {
        await using var world = await ChannelWorld.StartAsync();
        await using var outside = await Outside.StartAsync();

        (await world.Owner.Http.GetAsync(AddressOf(world, outside.At(what)))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_address_that_we_did_not_sign_is_not_fetched()
    {
        await using var world = await ChannelWorld.StartAsync();
        await using var outside = await Outside.StartAsync();
        var parts = AddressOf(world, outside.At("png")).Split('/');
        parts[3] = parts[3][..^2] + (parts[3].EndsWith("AA", StringComparison.Ordinal) ? "BB" : "AA");

        (await world.Owner.Http.GetAsync(string.Join('/', parts))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        outside.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task A_private_address_is_not_fetched()
    {
        await using var world = await ChannelWorld.StartAsync(settings: s => s with { OpenedHosts = [] });
        await using var outside = await Outside.StartAsync();

        (await world.Owner.Http.GetAsync(AddressOf(world, outside.At("png")))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        outside.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task A_forgotten_picture_is_gone_from_the_cache()
    {
        await using var world = await ChannelWorld.StartAsync();
        await using var outside = await Outside.StartAsync();
        await world.Owner.Http.GetAsync(AddressOf(world, outside.At("png")));

        await world.App.Services.GetRequiredService<RemotePictures>().ForgetAsync(world.Organisation, [outside.At("png")], default);
        outside.IsGone = true;

        (await world.Owner.Http.GetAsync(AddressOf(world, outside.At("png")))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData(null)]
    public async Task What_is_no_web_address_gets_no_address_of_ours(string? remote)
    {
        await using var world = await ChannelWorld.StartAsync();

        world.App.Services.GetRequiredService<PictureAddresses>().Of(world.Path, remote).ShouldBeNull();
    }

    private static string AddressOf(ChannelWorld world, string remote) =>
        world.App.Services.GetRequiredService<PictureAddresses>().Of(world.Path, remote).ShouldNotBeNull();

    private sealed class Outside(WebApplication app) : IAsyncDisposable
    {
        public int Calls { get; private set; }

        public bool IsGone { get; set; }

        public string At(string what) => $"{app.Urls.First()}/{what}";

        public static async Task<Outside> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var outside = new Outside(app);
            app.MapGet("/{what}", (string what) => outside.Answer(what));
            await app.StartAsync();
            return outside;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private IResult Answer(string what)
        {
            Calls++;
            return what switch
            {
                _ when IsGone => Results.NotFound(),
                "png" => Results.Bytes(Png, "text/html"),
                "html" => Results.Text("<script>alert(1)</script>", "image/png"),
                "svg" => Results.Text("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
                "huge" => Results.Bytes([.. Png, .. new byte[6 * 1024 * 1024]], "image/png"),
                _ => Results.NotFound(),
            };
        }
    }
}
