using Microsoft.EntityFrameworkCore;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Masking;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Tips;

/// <summary>Lets those who gave a tip hear what became of it, in the caller's unit of work; never whoever did it themselves.</summary>
internal sealed class TipNews(AppDb db, Notify notify, CurrentCaller caller)
{
    public const string Taken = "tip-taken";
    public const string Dismissed = "tip-dismissed";
    private const int LongestTitle = 80;

    public async Task TellAsync(MentionId mention, string kind, CancellationToken cancellation)
    {
        var people = await db.Set<Tip>().Where(t => t.Mention == mention).Select(t => t.Person).ToListAsync(cancellation);
        people.RemoveAll(p => p == caller.Value?.Person);
        if (people.Count == 0)
            return;
        var text = await db.Set<Mention>().Where(m => m.Id == mention).Join(db.Set<KeptPost>(), m => m.Post, p => p.Id, (m, p) => p.Text).FirstAsync(cancellation);
        var title = Masked.Of(text).Split('\n')[0];
        await notify.TellAsync(
            people, new Notice(kind, [title.Length <= LongestTitle ? title : title[..LongestTitle] + "…"], "tips", NoticeUrgency.Calm, Key(mention)), cancellation);
    }

    /// <summary>It was taken back before anybody read of it.</summary>
    public Task TakeBackAsync(MentionId mention, CancellationToken cancellation) => notify.TakeBackAsync(Key(mention), cancellation);

    private static string Key(MentionId mention) => $"tip {mention}";
}
