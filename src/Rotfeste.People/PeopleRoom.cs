using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.People.Calling;
using Rotfeste.People.Codes;
using Rotfeste.People.Contracts;
using Rotfeste.People.Examples;
using Rotfeste.People.Front;
using Rotfeste.People.Mails;
using Rotfeste.People.Organisations;
using Rotfeste.People.Passkeys;
using Rotfeste.People.Passwords;
using Rotfeste.People.Profiles;
using Rotfeste.People.Setup;
using Rotfeste.People.SignIns;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.People;

/// <summary>The room's one door.</summary>
public static class PeopleRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services, Settings settings)
    {
        services.AddTables("people", PeopleTables.Map);
        PeopleSignIn.Add(services, settings);
        services.AddSingleton<KnownPeople>();
        services.AddSingleton<IOrganisationLanguage, OrganisationLanguage>();
        services.AddScoped<IKeepLook, KeepLook>();
        services.AddScoped<CodeBook>().AddScoped<Founding>().AddScoped<PasswordCheck>().AddScoped<NewPasskeys>();
        services.AddScoped<SetupCodes>().AddScoped<SetUp>().AddScoped<SetUpCheck>();
        services.AddScoped<Sessions>().AddScoped<SignIn>().AddScoped<SignInScreen>();
        services.AddScoped<AskForLink>().AddScoped<ForgetPassword>().AddScoped<ResetPassword>().AddScoped<LinkMail>();
        services.AddScoped<PlantExample>();
        services.AddScoped<OrganisationUnits>().AddScoped<Colleagues>().AddScoped<Contracts.Organisations>();
        services.AddScoped(scope => new Signatures(scope.GetRequiredService<AppDb>(), scope.GetRequiredService<KnownPeople>()));
        return services;
    }

    /// <summary>Who is asking, and where; and brakes on guessing. After routing, before the language and authorization.</summary>
    public static IApplicationBuilder UsePeople(this IApplicationBuilder app) =>
        app.UseAuthentication().UseRateLimiter().UseMiddleware<CallerMiddleware>();

    /// <summary>Maps the room's screens under an organisation's address.</summary>
    public static void MapPeople(this IEndpointRouteBuilder organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
    }

    /// <summary>Maps what stands outside any organisation: the front door, set-up, sign-in, the person's own profile.</summary>
    public static void MapPeopleFront(this IEndpointRouteBuilder routes)
    {
        FrontDoor.Map(routes);
        SetUp.Map(routes);
        SignIn.Map(routes);
        SignOut.Map(routes);
        LookAsExample.Map(routes);
        AskForLink.Map(routes);
        UseLink.Map(routes);
        ForgetPassword.Map(routes);
        ResetPassword.Map(routes);
        PasskeyOptions.Map(routes);
    }

    /// <summary>A new set-up code for the console; null once an organisation exists. The one before stops working.</summary>
    public static Task<string?> NewSetupCodeAsync(IServiceProvider scope, CancellationToken cancellation) =>
        scope.GetRequiredService<SetupCodes>().NewAsync(cancellation);

    /// <summary>Plants an invented organisation in the scope's own unit of work, and chooses it there; planting it again changes nothing.</summary>
    public static Task<PlantedPeople> PlantExampleAsync(IServiceProvider scope, ExamplePeople example, CancellationToken cancellation) =>
        scope.GetRequiredService<PlantExample>().RunAsync(example, cancellation);
}
