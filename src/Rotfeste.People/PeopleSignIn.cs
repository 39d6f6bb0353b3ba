using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rotfeste.People.Contracts;
using Rotfeste.People.Persons;
using Rotfeste.People.SignIns;
using Rotfeste.People.Tokens;
using Rotfeste.Platform;

namespace Rotfeste.People;

/// <summary>Sets ASP.NET's sign-in up for our persons.</summary>
internal static class PeopleSignIn
{
    public static void Add(IServiceCollection services, Settings settings)
    {
        services.AddIdentityCore<Person>(options =>
            {
                options.Lockout.MaxFailedAccessAttempts = Person.MostWrong;
                options.Lockout.DefaultLockoutTimeSpan = Person.WrongWindow.ToTimeSpan();

                // The address is the user name, and PasswordRules says which passwords will do.
                options.User.AllowedUserNameCharacters = "";
            })
            .AddUserStore<PersonStore>()
            .AddSignInManager();
        TokenHandler.Add(services).AddIdentityCookies();
        services.AddSingleton<TokenUse>();
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, o => SessionCookie.Set(o, settings));
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = settings.Address.Host;
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin
                && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
                && origin.GetLeftPart(UriPartial.Authority) == settings.Address.GetLeftPart(UriPartial.Authority));
        });

        // Outside any organisation there is no caller, and being signed in is enough.
        services.PostConfigure<AuthorizationOptions>(o => o.AddPolicy(Access.SignedIn, p => p.RequireAuthenticatedUser()));
        services.TryAddSingleton(new SignInLimits());
        services.AddRateLimiter(Throttle.Set);
    }
}
