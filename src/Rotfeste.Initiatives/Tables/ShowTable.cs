using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Pages;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Slots;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Tables;

/// <summary>Shows a leader what waits, what people said, one danger, and the questions. Always the caller's own table.</summary>
internal sealed class ShowTable(
    AppDb db, CurrentCaller caller, TableGrounds grounds, AgreementScreens agreements, Colleagues colleagues, IEnumerable<HeardThisWeek> heard,
    IServiceProvider services, IClock clock)
{
    private const int MostHeard = 3;
    private const int LongestQuote = 240;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/table", async (ShowTable use, CancellationToken cancellation) =>
            Answer.Page<TablePage>((nameof(TablePage.View), await use.ReadAsync(cancellation)))).RequireAuthorization(Access.Leader);

    private async Task<TableView> ReadAsync(CancellationToken cancellation)
    {
        var me = caller.Required;
        var laid = await grounds.ReadAsync(me.Person, cancellation);
        var waits = new List<WaitView>();
        foreach (var wait in laid.Waits.Take(TableRules.Most))
            waits.Add(await ViewOfAsync(wait, cancellation));
        return new TableView(
            clock.GetCurrentInstant().InZone(me.Zone).Date,
            laid.Waits.Count,
            waits,
            await HeardAsync(cancellation),
            laid is { Endangered: { } state, Danger: { } danger }
                ? new NearestView(state.Initiative.Title, AddressOf(state), PageReading.DangerOf(danger, AddressOf(state), state.Initiative.IsWrittenBy(me.Person)))
                : null,
            await db.Set<TableNotice>().AnyAsync(n => n.Person == me.Person, cancellation));
    }

    private async Task<WaitView> ViewOfAsync(Wait wait, CancellationToken cancellation)
    {
        var address = caller.Required.To(wait.Path);
        if (wait.Question is { } question)
        {
            return new WaitView(wait.Kind.ToString(), await NameAsync(question.By, cancellation), address, null, Cut(question.Text), null);
        }

        if (wait.Post is { } post)
            return new WaitView(wait.Kind.ToString(), await NameAsync(post.By, cancellation), address, null, null, null);

        var said = wait.Kind == WaitKind.Open ? await FirstOpenAsync(wait.State!, cancellation) : null;
        return new WaitView(
            wait.Kind.ToString(), wait.Title, address, said?.Name, Cut(said?.Text), wait.Kind == WaitKind.Waived ? wait.State!.Initiative.WaivedUntil : null);
    }

    private async Task<string> NameAsync(PersonId person, CancellationToken cancellation) =>
        (await colleagues.FindAsync([person], cancellation)).GetValueOrDefault(person)?.Name ?? "";

    // The words of whoever has waited longest, so that one hears the person before the matter.
    private async Task<MessageView?> FirstOpenAsync(InitiativeState state, CancellationToken cancellation)
    {
        var agreement = await agreements.ShowAsync(InitiativeSubject.Of(state.Initiative.Id), AddressOf(state), cancellation);
        return agreement?.Threads.Threads.Where(t => t.End is null).OrderBy(t => t.At).SelectMany(t => t.Messages).FirstOrDefault(m => !m.IsMine);
    }

    private async Task<IReadOnlyList<HeardWords>> HeardAsync(CancellationToken cancellation)
    {
        var since = clock.GetCurrentInstant() - Duration.FromDays(7);
        var found = new List<(HeardWords Words, int Place)>();
        foreach (var room in heard)
            found.AddRange((await room.ReadAsync(services, caller.Required, since, MostHeard, cancellation)).Select((words, place) => (words, place)));

        // The newest of each kind comes first, so that a noisy day in one place does not hide what is said in another.
        return [.. found.OrderBy(h => h.Place).ThenByDescending(h => h.Words.At).Take(MostHeard).Select(h => h.Words).OrderByDescending(h => h.At)];
    }

    private string AddressOf(InitiativeState state) => caller.Required.To($"initiatives/{state.Initiative.Id}");

    private static string? Cut(string? text) => text is null || text.Length <= LongestQuote
        ? text
        : $"{text[..(char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)]}…";
}
