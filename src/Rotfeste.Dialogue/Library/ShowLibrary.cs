using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Library;

/// <summary>The library: found by words, by topic.</summary>
internal sealed class ShowLibrary(LibraryReading reading, Colleagues colleagues, CurrentCaller caller, IClock clock)
{
    private const int MostWords = 200;
    private const int MostBeginning = 160;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/library", (string? q, ShowLibrary use, CancellationToken cancellation) =>
        use.HandleAsync(Shortened.Of(q?.Trim() ?? "", MostWords), cancellation)).RequireAuthorization(Access.Member);

    private async Task<IResult> HandleAsync(string words, CancellationToken cancellation)
    {
        var me = caller.Required;
        var all = await reading.FindAsync(words, cancellation);
        var owners = await colleagues.FindAsync([.. all.Select(a => a.Owner).Distinct()], cancellation);
        var today = clock.GetCurrentInstant().InZone(me.Zone).Date;
        var rows = all.OrderBy(a => a.Topic, StringComparer.CurrentCulture).ThenBy(a => a.Question, StringComparer.CurrentCulture).Select(a => new LibraryRowView(
            a.Id, a.Topic, a.Question, Shortened.Of(a.Text.Replace('\n', ' '), MostBeginning), Language.Find(a.Language)?.OwnName ?? a.Language,
            owners.GetValueOrDefault(a.Owner) is { IsActive: true } owner ? owner.Name : null, a.ReviewOn, a.ReviewOn <= today, a.PublicSince is not null,
            a.Used, a.Helped));
        var isOpen = (await reading.AllAsync(cancellation)).Any(a => a.PublicSince is not null);
        return Answer.Page<LibraryPage>((nameof(LibraryPage.View), new LibraryView(
            words, [.. rows], me.May.Contains(Access.Answer), isOpen ? me.To("answers") : null)));
    }
}
