using Microsoft.Extensions.DependencyInjection;
using Rotfeste.People.Contracts;

namespace Rotfeste.People.Notices;

/// <summary>The kinds that this room tells itself.</summary>
internal static class NoticeKinds
{
    public const string AskedToAnswer = "asked-to-answer";
    public const string WebhookStopped = "webhook-stopped";
    public const string Trial = "webhook-trial";

    public static void Add(IServiceCollection services) => services
        .AddSingleton(NoticeKind.Of<Texts>(AskedToAnswer, "Notice.Asked"))
        .AddSingleton(NoticeKind.Of<Texts>(WebhookStopped, "Notice.WebhookStopped"))
        .AddSingleton(NoticeKind.Of<Texts>(Trial, "Notice.Trial"));
}
