using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Agreements.Answers;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Examples;
using Rotfeste.Agreements.Exports;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Meetings;
using Rotfeste.Agreements.Pages;
using Rotfeste.Agreements.Records;
using Rotfeste.Agreements.Sentences;
using Rotfeste.Agreements.Standings;
using Rotfeste.Agreements.Threads;
using Rotfeste.Agreements.Versions;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
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
        .AddScoped<ReckonAgain>()
        .AddScoped<PlantExample>()
        .AddScoped<AgreementDoor>()
        .AddScoped<Exporting>()
        .AddScoped<FieldSaying>()
        .AddContracts()
        .AddUseCases();

    private static IServiceCollection AddUseCases(this IServiceCollection services) => services
        .AddScoped<ShowAgreement>()
        .AddScoped<GiveAnswer>()
        .AddScoped<ReopenAnswer>()
        .AddScoped<WriteSentence>()
        .AddScoped<OpenSentences>()
        .AddScoped<TalkInThread>()
        .AddScoped<EndThread>()
        .AddScoped<RecordMeeting>()
        .AddScoped<ConfirmAnswer>()
        .AddScoped<EraseWords>();

    private static IServiceCollection AddContracts(this IServiceCollection services) => services
        .AddScoped(s => new AgreementScreens(
            s.GetRequiredService<Reading>(), s.GetRequiredService<Colleagues>(), s.GetRequiredService<CurrentCaller>(),
            s.GetRequiredService<IMaySeeSubject>(), s.GetRequiredService<FieldSaying>()))
        .AddScoped(s => new AgreementOrders(s.GetRequiredService<AppDb>(), s.GetRequiredService<Reading>(), s.GetRequiredService<Recording>()))
        .AddScoped(s => new AgreementQuestions(
            s.GetRequiredService<AppDb>(), s.GetRequiredService<Reading>(), s.GetRequiredService<Exporting>()));

    /// <summary>Plants invented answers in the scope's own unit of work; an agreement with answers is left alone. Nothing is saved.</summary>
    public static Task PlantExampleAsync(
        IServiceProvider scope, Subject subject, IReadOnlyList<ExampleStand> stands, CancellationToken cancellation) =>
        scope.GetRequiredService<PlantExample>().RunAsync(subject, stands, cancellation);

    /// <summary>Computes all that is computed again, by this version's rules; the scope must have chosen the whole installation.</summary>
    public static Task ReckonAgainAsync(IServiceProvider scope, CancellationToken cancellation) =>
        scope.GetRequiredService<ReckonAgain>().RunAsync(cancellation);

    /// <summary>Maps the room's screens under an organisation's address.</summary>
    public static void MapAgreements(this IEndpointRouteBuilder organisation)
    {
        ShowAgreement.Map(organisation);
        GiveAnswer.Map(organisation);
        ReopenAnswer.Map(organisation);
        WriteSentence.Map(organisation);
        OpenSentences.Map(organisation);
        TalkInThread.Map(organisation);
        EndThread.Map(organisation);
        RecordMeeting.Map(organisation);
        ConfirmAnswer.Map(organisation);
        EraseWords.Map(organisation);
    }
}
