using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Rotfeste.Platform.Callers;

/// <summary>Authorization by name: an endpoint names a policy, the caller's <see cref="Caller.May"/> holds it or not.</summary>
public static class MayPolicies
{
    /// <summary>Registers the named policies; what no endpoint names is refused to everyone.</summary>
    public static IServiceCollection AddMayPolicies(this IServiceCollection services, IEnumerable<string> names)
    {
        services.AddScoped<IAuthorizationHandler, MayHandler>();
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(c => IsNothing(c.Resource)).Build());
        foreach (var name in names)
            authorization.AddPolicy(name, p => p.RequireAuthenticatedUser().AddRequirements(new MayRequirement(name)));
        return services;
    }

    // Under /api an address that is not there, or is asked wrongly, has no endpoint of ours behind it: the program is told which of the two it is.
    private static bool IsNothing(object? resource) =>
        resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint && http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private sealed record MayRequirement(string Policy) : IAuthorizationRequirement;

    private sealed class MayHandler(CurrentCaller caller) : AuthorizationHandler<MayRequirement>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MayRequirement requirement)
        {
            if (caller.Value?.May.Contains(requirement.Policy) == true)
                context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }
}
