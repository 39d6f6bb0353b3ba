using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Host.Server;
using Rotfeste.Platform;
using Rotfeste.Platform.Web;

namespace Rotfeste.Tests.Architecture;

/// <summary>Every endpoint says who may, and every change carries a token.</summary>
public sealed class EndpointTests
{
    private static readonly Lazy<List<RouteEndpoint>> All = new(Read);

    [Fact]
    public void Every_endpoint_names_a_policy_or_is_on_the_list_of_open_ones()
    {
        var open = File.ReadAllLines(Path.Combine(House.Root, "tests", "Rotfeste.Tests.Architecture", "open-endpoints.txt"));
        var found = All.Value.Where(e => !NamesAPolicy(e)).Select(Name).Distinct().Order(StringComparer.Ordinal).ToList();
        found.Where(e => !e.StartsWith("GET dist/", StringComparison.Ordinal)).ShouldBe(open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_change_checks_a_token() =>
        All.Value.Where(IsChange).Where(e => e.Metadata.GetMetadata<ChangesNeedAToken>() is null
            && e.Metadata.GetMetadata<ProvesItsCallerItself>() is null).Select(Name).ShouldBeEmpty();

    [Fact]
    public void There_are_changes_and_policies_to_look_at()
    {
        All.Value.Count(IsChange).ShouldBeGreaterThan(10);
        All.Value.Count(NamesAPolicy).ShouldBeGreaterThan(10);
    }

    private static bool NamesAPolicy(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        && endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is not null);

    private static bool IsChange(RouteEndpoint endpoint) => Methods(endpoint).Any(m => m is not ("GET" or "HEAD" or "OPTIONS"))
        && !endpoint.RoutePattern.RawText!.StartsWith("/error/", StringComparison.Ordinal);

    private static string Name(RouteEndpoint endpoint) => $"{string.Join(",", Methods(endpoint))} {endpoint.RoutePattern.RawText}";

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Where(m => m != "HEAD") ?? [];

    private static List<RouteEndpoint> Read()
    {
        var folder = Directory.CreateTempSubdirectory("rotfeste-walls-");
        var settings = new Settings(folder.FullName, null, new Uri("http://localhost"), [], [], [], null, null, null, false);
        using var app = (IDisposable)HostApp.Build(settings, "127.0.0.1", 0);
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];
    }
}
