using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Labels;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Mentions;

/// <summary>One mention, and what colleagues may put on it.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="Labels">The organisation's labels, to choose among.</param>
/// <param name="Colleagues">Whom it may be handed to.</param>
public sealed record OneMentionView(MentionView Mention, IReadOnlyList<string> Labels, IReadOnlyList<ColleagueView> Colleagues);

/// <summary>A colleague to choose.</summary>
public sealed record ColleagueView(Guid Id, string Name);

/// <summary>A mention on a page of its own: what a notice leads to.</summary>
internal sealed class ShowMention(AppDb db, CurrentCaller caller, MentionReading reading, Colleagues colleagues)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/mentions/{id:guid}", HandleAsync).RequireAuthorization(Access.Member);

    private static async Task<IResult> HandleAsync(Guid id, ShowMention show, CancellationToken cancellation) =>
        await show.ReadAsync(new MentionId(id), cancellation) is { } view ? Answer.Page<MentionPage>((nameof(MentionPage.View), view)) : Results.NotFound();

    private async Task<OneMentionView?> ReadAsync(MentionId id, CancellationToken cancellation)
    {
        if (await reading.FindAsync(id, cancellation) is not { } mention)
            return null;
        var labels = await db.Set<Label>().AsNoTracking().Select(l => l.Name).ToListAsync(cancellation);
        var people = await colleagues.AllAsync(cancellation);
        return new(
            mention,
            [.. labels.Order(StringComparer.CurrentCultureIgnoreCase)],
            [.. people.Where(p => p.Person != caller.Required.Person).Select(p => new ColleagueView(p.Person.Value, p.Name))]);
    }
}
