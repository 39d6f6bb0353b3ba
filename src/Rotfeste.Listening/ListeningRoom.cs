using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Addressing;
using Rotfeste.Listening.Authors;
using Rotfeste.Listening.Beginnings;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Examples;
using Rotfeste.Listening.Heard;
using Rotfeste.Listening.Imports;
using Rotfeste.Listening.Keepings;
using Rotfeste.Listening.KnownAccounts;
using Rotfeste.Listening.Labels;
using Rotfeste.Listening.Likes;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Names;
using Rotfeste.Listening.Overviews;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Requests;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Shielding;
using Rotfeste.Listening.Sources;
using Rotfeste.Listening.Streams;
using Rotfeste.Listening.Timelines;
using Rotfeste.Listening.Tips;
using Rotfeste.Listening.Volumes;
using Rotfeste.Listening.Watching;
using Rotfeste.Listening.Waves;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Slots;

namespace Rotfeste.Listening;

/// <summary>The room's one door.</summary>
public static class ListeningRoom
{
    /// <summary>Registers the room. The stream is read by hosted services, so the command line, which starts none, reads nothing.</summary>
    public static IServiceCollection AddListening(this IServiceCollection services)
    {
        services.AddTables("listening", MapTables);
        services.AddSingleton<KnownPosts>().AddSingleton<KnownThreads>();
        services.AddScoped(p => new Contracts.Posts(
            p.GetRequiredService<AppDb>(), p.GetRequiredService<Keeping>(), p.GetRequiredService<Renewing>(), p.GetRequiredService<Counting>(),
            p.GetRequiredService<Erasing>(), p.GetRequiredService<ConnectedChannels>(),
            p.GetRequiredService<KnownPosts>(), p.GetRequiredService<KnownThreads>()));
        services.AddScoped(p => new Contracts.Mentions(p.GetRequiredService<AppDb>(), p.GetRequiredService<TipNews>(), p.GetRequiredService<IClock>()));
        services.AddScoped<SavedSearches>();
        services.AddScoped<Keeping>();
        services.AddScoped<Erasing>();
        services.AddScoped<ForgetOldPosts>();
        services.AddScoped<Telling>();
        services.AddScoped<Counting>();
        services.AddScoped<Likening>().AddSingleton<LikeMemory>();
        services.AddScoped<MentionFinding>();
        services.AddScoped<MentionsHeard>().AddSingleton(MentionsHeard.Slot);
        services.AddSingleton<AuthorKeys>();
        services.AddSingleton<MentionNews>();
        services.AddScoped<PlantExample>();
        services.AddSources();
        services.AddHandler<AccountEventReceived, OnAccountEventReceived>();
        services.AddHandler<AccountEventChanged, OnAccountEventChanged>();
        services.AddHandler<AccountEventGone, OnAccountEventGone>();
        services.AddHandler<PostErased, OnPostErased>();
        services.AddJob<ForgetPicturesJob, ForgetPictures>();
        services.AddHandler<ChannelConnected, OnChannelConnected>();
        services.AddHandler<ChannelDisconnected, OnChannelDisconnected>();
        return services.AddWatching().AddStreams().AddScreens().AddPrivacy();
    }

    /// <summary>Maps the room's screens under an organisation's address.</summary>
    public static void MapListening(this IEndpointRouteBuilder organisation)
    {
        ListMentions.Map(organisation);
        DismissMention.Map(organisation);
        ShowMention.Map(organisation);
        LabelMention.Map(organisation);
        ChangeLabels.Map(organisation);
        HandMention.Map(organisation);
        ShowWaves.Map(organisation);
        WaveChoosing.Map(organisation);
        ChooseKeptDays.Map(organisation);
        ExportVolume.Map(organisation);
        ExportOverview.Map(organisation);
        ListSearches.Map(organisation);
        PreviewSearch.Map(organisation);
        AddSearch.Map(organisation);
        ChangeSearch.Map(organisation);
        KeepKnownAccounts.Map(organisation);
        KeepMyself.Map(organisation);
        MeetRequest.Map(organisation);
        ListenFirst.Map(organisation);
        SourcesPart.Map(organisation);
    }

    /// <summary>
    /// Plants what is said about the invented municipality of Fjordvik in the scope's own unit of work, for the organisation
    /// chosen there; planting it again changes nothing.
    /// </summary>
    /// <param name="scope">A scope with an organisation chosen.</param>
    /// <param name="now">All that is said lies before this moment, the last minutes ago.</param>
    /// <param name="zone">The organisation's zone.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task PlantExampleAsync(IServiceProvider scope, Instant now, DateTimeZone zone, CancellationToken cancellation)
    {
        await scope.GetRequiredService<PlantExample>().RunAsync(now, zone, cancellation);
        await scope.GetRequiredService<AppDb>().SaveChangesAsync(cancellation);
        await scope.GetRequiredService<WaveWriting>().RunAllAsync(WaveRounds.LastStep(now), cancellation);
    }

    private static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddScoped<SearchableAccounts>().AddScoped<GuardedNames>().AddScoped<SearchReview>().AddScoped<KeepKnownAccounts>();
        services.AddSingleton<CountedOnly>().AddScoped<Shield>().AddScoped<Forgetting>().AddScoped<KeepMyself>();
        services.AddScoped<AuthorFinding>().AddScoped<AuthorExport>().AddScoped<MeetRequest>().AddScoped<ListenFirst>();
        services.AddHandler<PersonJoined, OnPersonJoined>();
        services.AddHandler<PersonLeft, OnPersonLeft>();
        return services.AddSingleton(new OwnChoices(
            10,
            "profile/listening",
            p => p.GetRequiredService<IStringLocalizer<Shielding.Texts>>()["Label"],
            p => p.GetRequiredService<IStringLocalizer<Shielding.Texts>>()["What"]));
    }

    /// <summary>Reads a file of posts into an organisation, for the command line; one that was interrupted goes on where it was.</summary>
    /// <param name="scope">A scope of its own.</param>
    /// <param name="organisation">Whose.</param>
    /// <param name="file">JSON lines or a table; docs/sources.md says how they are written.</param>
    /// <param name="takesAll">Every post becomes a mention, not only what searches find.</param>
    /// <param name="tell">Told now and then how far it is, and at the end.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    public static Task ImportAsync(
        IServiceProvider scope, OrganisationId organisation, string file, bool takesAll, Action<ImportProgress> tell, CancellationToken cancellation) =>
        ImportByHand.RunAsync(scope, organisation, file, takesAll, tell, cancellation);

    private static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddScoped<ShowMention>().AddScoped<LabelMention>().AddScoped<ChangeLabels>().AddScoped<HandMention>().AddScoped<MentionChoosing>().AddScoped<Narrowing>();
        services.AddSingleton(typeof(ShortMemory<,>)).AddScoped<OverviewSums>().AddScoped<DigestReading>().AddScoped<OverviewReading>().AddScoped<ChooseKeptDays>();
        services.AddScoped<WaveReading>().AddScoped<WaveChoosing>().AddScoped<ShowWaves>();
        services.AddSingleton(NoticeKind.Of<Mentions.Texts>(HandMention.Kind, "Notice.Handed"));
        services.AddScoped<ListMentions>().AddScoped<DismissMention>().AddScoped<MentionReading>().AddScoped<VolumeReading>().AddScoped<MissedReading>();
        services.AddScoped<ListSearches>().AddScoped<AddSearch>().AddScoped<ChangeSearch>().AddScoped<Trying>().AddScoped<QueryCheck>().AddScoped<OutlineWords>();
        return services.AddSingleton(new NavigationItem(
            NavigationPlace.Shows,
            20,
            "mentions",
            "listen",
            Access.Member,
            p => p.GetRequiredService<IStringLocalizer<Mentions.Texts>>()["Title"],
            TabLabel: p => p.GetRequiredService<IStringLocalizer<Mentions.Texts>>()["Short"],
            Under: ["searches", "sources", "tips", "waves"]));
    }

    private static IServiceCollection AddWatching(this IServiceCollection services)
    {
        services.AddSingleton<WatchSignal>();
        services.AddSingleton<StoredMarks>();
        services.AddSingleton<RecentDeletions>();
        services.AddScoped<WatchReading>();
        services.AddSingleton<WatchKeeper>();
        return services.AddHostedService(p => p.GetRequiredService<WatchKeeper>());
    }

    private static IServiceCollection AddStreams(this IServiceCollection services)
    {
        services.AddSingleton<NamingSignal>();
        services.AddSingleton<PublicView>();
        services.AddSingleton<RecentPosts>();
        services.AddSingleton<SourceStanding>();
        services.AddSingleton<StreamNews>();
        services.AddSingleton<StreamChoices>();
        services.AddSingleton<TimelineChoices>();
        services.AddScoped<TimelineIntake>().AddScoped<LookAgain>().AddScoped<ListTimelines>().AddScoped<Renewing>();
        services.AddHostedService<TimelinePolling>();
        services.AddScoped<BatchWriting>();
        services.AddSingleton<BatchLoop>();
        services.AddHostedService<StreamIntake>();
        services.AddHostedService<ForgettingDaily>();
        services.AddHostedService<Recounting>();
        services.AddScoped<WaveWriting>().AddHostedService<WaveRounds>();
        services.AddSingleton(NoticeKind.Of<Waves.Texts>(WaveWriting.Kind, "Notice.Risen"));
        services.AddSingleton(NoticeKind.Of<Waves.Texts>(WaveWriting.KindOfLabel, "Notice.RisenLabel"));
        return services.AddHostedService<AuthorNaming>();
    }

    private static void MapTables(ModelBuilder model)
    {
        KeptPostTable.Map(model);
        SearchTable.Map(model);
        MentionTable.Map(model);
        Addressed.Map(model);
        HourCount.Map(model);
        PartCount.Map(model);
        StepCount.Map(model);
        DismissedLike.Map(model);
        LabelTables.Map(model);
        WaveTables.Map(model);
        KeptDays.Map(model);
        StreamTables.Map(model);
        KnownAccount.Map(model);
        NameConsent.Map(model);
        PrivateAccount.Map(model);
        AuthorRequest.Map(model);
        Beginning.Map(model);
        Timeline.Map(model);
        SourceTable.Map(model);
    }
}
