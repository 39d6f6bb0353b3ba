using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Http;
using Rotfeste.Platform.Keys;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Slots;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Hooks;

/// <summary>Says which other systems are told of what, tries them, and shows what they were told.</summary>
internal sealed class KeepHooks(
    AppDb db, CurrentCaller caller, HookWriting writing, Secrets secrets, LedgerWriter ledger, Settings settings, IClock clock, IStringLocalizer<Texts> texts)
{
    private const int MostShown = 100;

    /// <summary>The organisation's settings lead to it.</summary>
    public static SettingsPart Slot { get; } = new(50, "settings/hooks", p => p.GetRequiredService<IStringLocalizer<Texts>>()["Title"]);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/settings/hooks", (KeepHooks use, CancellationToken cancellation) =>
            use.ShowAsync(null, "", HookEvents.All, [], cancellation)).RequireAuthorization(Access.Owner);
        routes.MapPost("/settings/hooks", (IFormCollection form, KeepHooks use, CancellationToken cancellation) =>
            use.AddAsync(form, cancellation)).RequireAuthorization(Access.Owner);
        routes.MapPost("/settings/hooks/{id:guid}/test", (Guid id, KeepHooks use, CancellationToken cancellation) =>
            use.TestAsync(id, cancellation)).RequireAuthorization(Access.Owner);
        routes.MapPost("/settings/hooks/{id:guid}/start", (Guid id, KeepHooks use, CancellationToken cancellation) =>
            use.StartAsync(id, cancellation)).RequireAuthorization(Access.Owner);
        routes.MapPost("/settings/hooks/{id:guid}/removal", (Guid id, KeepHooks use, CancellationToken cancellation) =>
            use.RemoveAsync(id, cancellation)).RequireAuthorization(Access.Owner);
        routes.MapPost("/settings/hooks/messages/{id:guid}/attempt", (Guid id, KeepHooks use, CancellationToken cancellation) =>
            use.SendAgainAsync(id, cancellation)).RequireAuthorization(Access.Owner);
    }

    private async Task<IResult> AddAsync(IFormCollection form, CancellationToken cancellation)
    {
        var (typed, events) = (form.Text("address"), HookEvents.All.Where(form["event"].Contains).ToList());
        var address = TypedAddress.Read(typed, settings);
        var refusals = new List<Refusal>();
        if (address is null)
            refusals.Add(new("address", texts["Refused.Address"]));
        if (events.Count == 0)
            refusals.Add(new("event", texts["Refused.Event"]));
        if (await db.Set<Hook>().CountAsync(cancellation) >= Hook.Most)
            refusals.Add(new("", texts["Refused.Many", Hook.Most]));
        if (refusals.Count > 0)
            return await ShowAsync(null, typed, events, refusals, cancellation);

        var (me, secret) = (caller.Required, Hook.NewSecret());
        var hook = Hook.Add(secrets, me, address!, secret, events, clock.GetCurrentInstant());
        db.Add(hook);
        ledger.Write(me.Organisation, "hook-added", me.Person, new { hook = hook.Id, events });
        await db.SaveChangesAsync(cancellation);
        return await ShowAsync(secret, "", HookEvents.All, [], cancellation);
    }

    private Task<IResult> TestAsync(Guid id, CancellationToken cancellation) => WithAsync(
        id, hook => writing.WriteAsync(hook, new Told(HookEvents.Test, clock.GetCurrentInstant(), null), cancellation), cancellation);

    private Task<IResult> StartAsync(Guid id, CancellationToken cancellation) => WithAsync(
        id,
        hook =>
        {
            hook.Start();
            return Task.CompletedTask;
        },
        cancellation);

    private Task<IResult> RemoveAsync(Guid id, CancellationToken cancellation) => WithAsync(
        id,
        async hook =>
        {
            db.RemoveRange(await db.Set<HookMessage>().Where(m => m.Hook == id).ToListAsync(cancellation));
            db.Remove(hook);
            ledger.Write(hook.Organisation, "hook-removed", caller.Required.Person, new { hook = id });
        },
        cancellation);

    private async Task<IResult> SendAgainAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<HookMessage>().FirstOrDefaultAsync(m => m.Id == id, cancellation) is not { } message)
            return Results.NotFound();
        message.Again();
        await writing.SendAsync(message, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("settings/hooks#log"));
    }

    private async Task<IResult> WithAsync(Guid id, Func<Hook, Task> change, CancellationToken cancellation)
    {
        if (await db.Set<Hook>().FirstOrDefaultAsync(h => h.Id == id, cancellation) is not { } hook)
            return Results.NotFound();
        await change(hook);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("settings/hooks"));
    }

    private async Task<IResult> ShowAsync(
        string? secret, string address, IReadOnlyList<string> chosen, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var hooks = await db.Set<Hook>().AsNoTracking().OrderBy(h => h.AddedAt).ToListAsync(cancellation);
        var hosts = hooks.ToDictionary(h => h.Id, h => h.Host);
        var log = await db.Set<HookMessage>().AsNoTracking().OrderByDescending(m => m.WrittenAt).Take(MostShown).ToListAsync(cancellation);
        var view = new HooksView(
            [.. hooks.Select(h => new HookView(h.Id, h.Host, h.Events, h.StoppedAt is not null, h.FailingSince, h.DeliveredAt))],
            [.. log.Select(m => new HookMessageView(m.Id, m.Event, hosts.GetValueOrDefault(m.Hook, ""), m.WrittenAt, $"{m.State}", m.Attempts, m.Status))],
            secret, HookEvents.All, address, chosen, refusals);
        return refusals.Count > 0
            ? Answer.Refused<HooksPage>((nameof(HooksPage.View), view))
            : Answer.Page<HooksPage>((nameof(HooksPage.View), view));
    }
}
