using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Calendars;
using Rotfeste.People.Contracts;
using Rotfeste.People.Heads;
using Rotfeste.People.Notices;
using Rotfeste.People.Webhooks;
using Rotfeste.Platform;
using Rotfeste.Platform.Slots;

namespace Rotfeste.People;

/// <summary>How people are told: in the product, by mail, in Teams and Slack, in their own calendars.</summary>
internal static class PeopleNotices
{
    public static void Add(IServiceCollection services)
    {
        NoticeKinds.Add(services);
        services.AddSingleton<NoticeWords>().AddSingleton<UnreadNotices>().AddScoped<MailPlan>().AddScoped<NoticeWriting>().AddScoped<NoticeLetter>();
        services.AddSingleton<WebhookCalls>().AddScoped<WebhookWriting>();
        services.AddJob<MailNoticesJob, MailNotices>().AddJob<SendToWebhookJob, SendToWebhook>();
        services.AddScoped(scope => new Notify(scope.GetRequiredService<NoticeWriting>(), scope.GetRequiredService<WebhookWriting>()));
        services.AddScoped<ShowNotices>().AddScoped<ReadNotices>().AddScoped<KeepMailChoice>();
        services.AddScoped<DeliveryScreen>().AddScoped<KeepWebhooks>();
        services.AddJob<WeeklyHeadJob, MailWeeklyHead>().AddJob<ForgetNoticesJob, ForgetNotices>();
        services.AddHandler<OrganisationFounded, OnOrganisationFounded>();
        services.AddScoped<ShowCalendar>().AddScoped<KeepCalendarLink>();
        services.AddSingleton(new NavigationItem(
            NavigationPlace.ForYou, 20, "notices", null, Access.Member,
            scope => scope.GetRequiredService<IStringLocalizer<Notices.Texts>>()["Notices"], UnreadNotices.CountAsync));
    }

    public static void Map(IEndpointRouteBuilder organisation)
    {
        ShowNotices.Map(organisation);
        ReadNotices.Map(organisation);
        KeepMailChoice.Map(organisation);
        DeliveryScreen.Map(organisation);
        KeepWebhooks.Map(organisation);
        ShowCalendar.Map(organisation);
        KeepCalendarLink.Map(organisation);
    }
}
