using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Choices;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.UrgentPosts;

/// <summary>Whom an explanation waits for, and what they are told.</summary>
internal sealed class UrgentPostNotices(AppDb db, Notify notify)
{
    public static IServiceCollection Declare(IServiceCollection services) => services
        .AddSingleton(NoticeKind.Of<Texts>("urgent-post-sent", "Notice.Sent"))
        .AddSingleton(NoticeKind.Of<Texts>("urgent-post-explained", "Notice.Explained"));

    /// <summary>The initiative's accountable leader; where the channel carries none, whoever is responsible in the leadership group.</summary>
    public async Task<PersonId?> LeaderOfAsync(UrgentPost post, CancellationToken cancellation) => post.Initiative is { } id
        ? (await db.Set<Initiative>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellation))?.Leader
        : (await db.Set<AnchoringChoice>().AsNoTracking().FirstOrDefaultAsync(cancellation))?.Responsible;

    public async Task AskAsync(UrgentPost post, CancellationToken cancellation) => await notify.TellAsync(
        await BothAsync(post, cancellation), new Notice("urgent-post-sent", [], PathOf(post), Key: KeyOf(post)), cancellation);

    /// <summary>It no longer waits for anybody; the other one is told who has explained.</summary>
    public async Task TellExplainedAsync(UrgentPost post, Caller by, CancellationToken cancellation)
    {
        await notify.TakeBackAsync(KeyOf(post), cancellation);
        var others = (await BothAsync(post, cancellation)).Where(p => p != by.Person).ToList();
        if (others.Count > 0)
            await notify.TellAsync(others, new Notice("urgent-post-explained", [by.Name], PathOf(post), NoticeUrgency.Calm), cancellation);
    }

    private async Task<IReadOnlyCollection<PersonId>> BothAsync(UrgentPost post, CancellationToken cancellation) =>
        await LeaderOfAsync(post, cancellation) is { } leader ? [.. new[] { post.By, leader }.Distinct()] : [post.By];

    private static string PathOf(UrgentPost post) => $"urgent-posts/{post.Item}";

    private static string KeyOf(UrgentPost post) => $"urgent-post-{post.Item}";
}
