using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Dialogue.Asks;
using Rotfeste.Dialogue.ByHand;
using Rotfeste.Dialogue.Subjects;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Dialogue;

/// <summary>Beyond the accounts that are connected and those who sit at the desk: what is answered by hand, and by those who know.</summary>
internal static class DialogueReach
{
    public static IServiceCollection AddReach(this IServiceCollection services) => services
        .AddSingleton(CarriedBefore.Slot)
        .AddScoped<CarriedBefore>()
        .AddScoped<CarryIn>()
        .AddScoped<AddWords>()
        .AddScoped<AnswerByHand>()
        .AddSingleton(KeepSubjects.Slot)
        .AddScoped<KeepSubjects>()
        .AddSingleton<KeptKnowings>()
        .AddSingleton<KeptLoads>()
        .AddSingleton<KeptAsks>()
        .AddScoped<KnowerReading>()
        .AddScoped<AskReading>()
        .AddSingleton(Asking.Asked)
        .AddSingleton(Asking.Wanted)
        .AddSingleton(Asking.Nobody)
        .AddSingleton(MeetAsk.Given)
        .AddScoped<Asking>()
        .AddJob<GoOnJob, GoOn>()
        .AddHandler<PersonLeft, OnKnowerLeft>()
        .AddScoped<AskColleague>()
        .AddScoped<AskScreen>()
        .AddScoped<MeetAsk>();

    public static void Map(IEndpointRouteBuilder organisation)
    {
        CarryIn.Map(organisation);
        AddWords.Map(organisation);
        AnswerByHand.Map(organisation);
        KeepSubjects.Map(organisation);
        AskColleague.Map(organisation);
        ShowKnowers.Map(organisation);
        MeetAsk.Map(organisation);
    }

    public static void MapTables(ModelBuilder model)
    {
        Knowing.Map(model);
        Ask.Map(model);
    }
}
