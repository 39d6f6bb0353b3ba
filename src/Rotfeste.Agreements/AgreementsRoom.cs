using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Records;
using Rotfeste.Agreements.Standings;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;

namespace Rotfeste.Agreements;

/// <summary>The room's one door.</summary>
public static class AgreementsRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddAgreements(this IServiceCollection services) => services
        .AddTables("agreements", Tables.Map)
        .AddHandler<PersonLeft, OnPersonLeft>()
        .AddHandler<PersonJoined, OnPersonJoined>()
        .AddJob<LookAgainJob, LookAgain>()
        .AddScoped<Reading>()
        .AddScoped<Telling>()
        .AddScoped<Recording>()
        .AddScoped<Moves>()
        .AddScoped(s => new AgreementOrders(s.GetRequiredService<AppDb>(), s.GetRequiredService<Reading>(), s.GetRequiredService<Recording>()))
        .AddScoped(s => new AgreementQuestions(s.GetRequiredService<AppDb>(), s.GetRequiredService<Reading>()));

    /// <summary>Maps the room's screens under an organisation's address.</summary>
    public static void MapAgreements(this IEndpointRouteBuilder organisation)
    {
    }
}
