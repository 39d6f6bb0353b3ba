using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Rotfeste.People.Tokens;

/// <summary>Signs a program in by "Authorization: Bearer". Under /api nothing else does, and there alone this does: a cookie says nothing there.</summary>
internal sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, TokenUse tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>Claim: which token.</summary>
    public const string TokenClaim = "token";

    /// <summary>Claim: where it holds.</summary>
    public const string OrganisationClaim = "organisation";

    /// <summary>Claims: what it may do.</summary>
    public const string ScopeClaim = "scope";

    private const string Name = "personal-token";
    private const string ByAddress = "by-address";
    private const string Bearer = "Bearer ";

    /// <summary>The scheme is chosen by the address, and nobody else chooses.</summary>
    public static AuthenticationBuilder Add(IServiceCollection services)
    {
        var schemes = services.AddAuthentication(ByAddress);
        return schemes
            .AddPolicyScheme(ByAddress, null, o => o.ForwardDefaultSelector = http =>
                http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? Name : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(Name, null);
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (await tokens.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } token)
            return AuthenticateResult.Fail("No such token.");

        var claims = token.Scopes.Select(s => new Claim(ScopeClaim, s))
            .Append(new Claim(ClaimTypes.NameIdentifier, token.Person.ToString()))
            .Append(new Claim(TokenClaim, token.Id.ToString()))
            .Append(new Claim(OrganisationClaim, token.Organisation.ToString()));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Name)), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer realm=\"Rotfeste\"";
        return Task.CompletedTask;
    }
}
