using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Masking;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Slots;

namespace Rotfeste.Listening.Heard;

/// <summary>What people said about us lately without addressing us. What was taken into dialogue is heard from there, and what is not for us is left out.</summary>
internal sealed class MentionsHeard(AppDb db)
{
    private const int MostText = 240;

    public static HeardThisWeek Slot { get; } = new((services, caller, since, most, cancellation) =>
        services.GetRequiredService<MentionsHeard>().ReadAsync(caller, since, most, cancellation));

    private async Task<IReadOnlyList<HeardWords>> ReadAsync(Caller caller, Instant since, int most, CancellationToken cancellation)
    {
        var organisation = caller.Organisation;
        var rows = await (
            from mention in db.Set<Mention>().AsNoTracking()
            where mention.Organisation == organisation && mention.At >= since && mention.DismissedAt == null && mention.TakenAt == null
            join post in db.Set<KeptPost>() on mention.Post equals post.Id
            where post.Erased == null && post.Text != ""
            orderby mention.At descending, mention.Id descending
            select new { mention.Id, mention.At, post.Text, post.Network }).Take(most).ToListAsync(cancellation);
        return [.. rows.Select(r => new HeardWords(Cut(Masked.Of(r.Text)), TextRules.NameOf(r.Network), r.At, $"mentions#mention-{r.Id}"))];
    }

    private static string Cut(string text) => text.Length <= MostText
        ? text
        : $"{text[..(char.IsHighSurrogate(text[MostText - 1]) ? MostText - 1 : MostText)]}…";
}
