using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.People.Calling;
using Rotfeste.People.Codes;
using Rotfeste.People.Contracts;
using Rotfeste.People.Examples;
using Rotfeste.People.Mails;
using Rotfeste.People.Organisations;
using Rotfeste.People.Passwords;
using Rotfeste.People.Profiles;
using Rotfeste.People.Setup;
using Rotfeste.People.SignIns;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Web;

namespace Rotfeste.People;

/// <summary>The room's one door.</summary>
public static class PeopleRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services, Settings settings)
    {
        services.AddTables("people", PeopleTables.Map);
        PeopleSignIn.Add(services, settings);
        PeopleScreens.Add(services);
        PeopleNotices.Add(services);
        services.AddSingleton<KnownPeople>();
        services.AddSingleton<IOrganisationLanguage, OrganisationLanguage>();
        services.AddScoped<IKeepLook, KeepLook>();
        services.AddScoped<CodeBook>().AddScoped<LinkMail>().AddScoped<PlantExample>();
        services.AddSingleton<KnownColleagues>().AddSingleton<KnownAnswerers>().AddSingleton<KnownUnits>().AddSingleton<KnownSignatures>();
        services.AddScoped(scope => new Colleagues(
            scope.GetRequiredService<AppDb>(), scope.GetRequiredService<KnownColleagues>(), scope.GetRequiredService<KnownAnswerers>()));
        services.AddScoped(scope => new OrganisationUnits(scope.GetRequiredService<AppDb>(), scope.GetRequiredService<KnownUnits>()));
        services.AddScoped<Contracts.Organisations>();
        return services.AddScoped(scope => new Signatures(scope.GetRequiredService<AppDb>(), scope.GetRequiredService<KnownPeople>(), scope.GetRequiredService<KnownSignatures>()));
    }

    /// <summary>Who is asking, and where; and brakes on guessing. After routing, before the language and authorization.</summary>
    public static IApplicationBuilder UsePeople(this IApplicationBuilder app) =>
        app.UseAuthentication().UseRateLimiter().UseMiddleware<CallerMiddleware>();

    /// <summary>Maps the room's screens under an organisation's address.</summary>
    public static void MapPeople(this IEndpointRouteBuilder organisation) => PeopleScreens.MapInside(organisation);

    /// <summary>For programs with a personal token: no cookie is taken, so no form token is asked for; each token has so many calls a minute.</summary>
    public static TBuilder ForPrograms<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder =>
        routes.RequireRateLimiting(Throttle.Programs).WithMetadata(new ProvesItsCallerItself());

    /// <summary>Maps what stands outside any organisation: the front door, set-up, sign-in, the person's own profile.</summary>
    public static void MapPeopleFront(this IEndpointRouteBuilder routes) => PeopleScreens.MapFront(routes);

    /// <summary>A new set-up code for the console; null once an organisation exists. The one before stops working.</summary>
    public static Task<string?> NewSetupCodeAsync(IServiceProvider scope, CancellationToken cancellation) =>
        scope.GetRequiredService<SetupCodes>().NewAsync(cancellation);

    /// <summary>A single-use link to a new password, to be handed over; null where nobody here has the address.</summary>
    public static Task<string?> NewResetLinkAsync(IServiceProvider scope, string email, CancellationToken cancellation) =>
        scope.GetRequiredService<MakeResetLink>().RunAsync(email, cancellation);

    /// <summary>Founds a further organisation; null where the name, the zone (a TZDB id) or the address will not do.</summary>
    public static Task<PeopleAddition?> AddOrganisationAsync(
        IServiceProvider scope, string name, OrganisationKind kind, string language, string zone, string ownerEmail, CancellationToken cancellation) =>
        scope.GetRequiredService<AddOrganisation>().RunAsync(name, kind, language, zone, ownerEmail, cancellation);

    /// <summary>Plants an invented organisation in the scope's own unit of work, and chooses it there; planting it again changes nothing.</summary>
    public static Task<PlantedPeople> PlantExampleAsync(IServiceProvider scope, ExamplePeople example, CancellationToken cancellation) =>
        scope.GetRequiredService<PlantExample>().RunAsync(example, cancellation);
}
