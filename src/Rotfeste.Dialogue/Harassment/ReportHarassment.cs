using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Criticism;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Harassment;

/// <summary>Report threats or harassment: on record, covered, handed to somebody else, and somebody to talk to.</summary>
internal sealed class ReportHarassment(
    AppDb db, ConversationDoor door, ConversationChange conversations, Colleagues colleagues, GuideReading guides, Notify notify, LedgerWriter ledger,
    Changes changes, CurrentCaller caller, IStringLocalizer<Texts> texts, IClock clock)
{
    public static NoticeKind Reported { get; } = NoticeKind.Of<Texts>("harassment-reported", "Notice.Reported");

    public static NoticeKind HandedOver { get; } = NoticeKind.Of<Texts>("harassment-handed", "Notice.Handed");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/inbox/{id:guid}/harassment", (Guid id, ReportHarassment use, CancellationToken cancellation) =>
            use.ShowAsync(id, cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/conversations/{id:guid}/harassment", (Guid id, IFormCollection form, ReportHarassment use, CancellationToken cancellation) =>
            use.ReportAsync(id, form, cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/conversations/{id:guid}/harassment/uncovering", (Guid id, ReportHarassment use, CancellationToken cancellation) =>
            use.UncoverAsync(id, cancellation)).RequireAuthorization(Access.Answer);
    }

    private async Task<IResult> ShowAsync(Guid id, CancellationToken cancellation) => await door.LookAsync(id, cancellation) is { } conversation
        ? Answer.Page<HarassmentPage>((nameof(HarassmentPage.View), await ViewAsync(conversation, null, [], cancellation)))
        : Results.NotFound();

    private Task<IResult> ReportAsync(Guid id, IFormCollection form, CancellationToken cancellation) => conversations.ApplyAsync(
        id,
        async conversation =>
        {
            if (form.Named<HarassmentKind>("kind") is not { } kind || form.Text("words").Length > HarassmentReport.LongestWords)
                return Answer.Refused<HarassmentPage>((nameof(HarassmentPage.View), await ViewAsync(conversation, form.Text("words"), [WhatIsWrong(form)], cancellation)));

            Write(HarassmentReport.Of(conversation, kind, form.Text("words"), form.ContainsKey("cover"), caller.Required.Person, clock.GetCurrentInstant()));
            await HandOverAsync(conversation, form.Text("to"), cancellation);
            await TellLeadersAsync(conversation, cancellation);
            return null;
        },
        cancellation,
        "/harassment");

    private Refusal WhatIsWrong(IFormCollection form) => form.Text("words").Length > HarassmentReport.LongestWords
        ? new("words", texts["Refused.Words", HarassmentReport.LongestWords])
        : new("kind", texts["Refused.Kind"]);

    private void Write(HarassmentReport report)
    {
        db.Add(report);
        ledger.Write(report.Organisation, "harassment-reported", report.By, new
        {
            conversation = report.Conversation.Value,
            report = report.Id,
            kind = report.Kind.ToString(),
            covered = report.IsCovered,
        });
    }

    // Whoever reports is free of it at once: given to the one named, or to nobody in particular.
    private async Task HandOverAsync(Conversation conversation, string to, CancellationToken cancellation)
    {
        var me = caller.Required;
        var able = await colleagues.WhoMayAnswerAsync(cancellation);
        if (able.FirstOrDefault(c => c.Person.Value.ToString() == to && c.Person != me.Person) is { } taker)
        {
            if (conversation.HandOver(me.Person, taker.Person, clock.GetCurrentInstant()))
                await notify.TellAsync(taker.Person, new Notice(HandedOver.Name, [me.Name], $"inbox/{conversation.Id}", NoticeUrgency.Urgent), cancellation);
        }
        else
        {
            conversation.HandBack(me.Person);
        }
    }

    private async Task TellLeadersAsync(Conversation conversation, CancellationToken cancellation)
    {
        var me = caller.Required;
        var leaders = (await colleagues.AllAsync(cancellation))
            .Where(c => (c.Roles & (Roles.CommunicationsLead | Roles.Owner)) != Roles.None && c.Person != me.Person).Select(c => c.Person).ToList();
        await notify.TellAsync(leaders, new Notice(Reported.Name, [me.Name], $"inbox/{conversation.Id}/harassment", NoticeUrgency.Urgent), cancellation);
    }

    private async Task<IResult> UncoverAsync(Guid id, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        foreach (var report in await db.Set<HarassmentReport>().Where(r => r.Conversation == conversation.Id && r.IsCovered).ToListAsync(cancellation))
            report.Uncover(caller.Required.Person, clock.GetCurrentInstant());
        ledger.Write(conversation.Organisation, "conversation-uncovered", caller.Required.Person, new { conversation = conversation.Id.Value });
        changes.Tell(conversation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To($"inbox/{id}"));
    }

    private async Task<HarassmentView> ViewAsync(
        Conversation conversation, string? typed, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var reports = await db.Set<HarassmentReport>().AsNoTracking().Where(r => r.Conversation == conversation.Id).OrderByDescending(r => r.At).ToListAsync(cancellation);
        var names = await colleagues.FindAsync([.. reports.Select(r => r.By).Distinct()], cancellation);
        var able = await colleagues.WhoMayAnswerAsync(cancellation);
        return new HarassmentView(
            conversation.Id.Value,
            (await guides.PlanAsync(cancellation))?.Care ?? "",
            [.. reports.Select(r => new ReportView(r.Kind, r.Words, names.GetValueOrDefault(r.By)?.Name ?? "", r.At))],
            reports.Exists(r => r.IsCovered),
            [.. able.Where(c => c.Person != caller.Required.Person).Select(c => new Library.OwnerView(c.Person.Value, c.Name))],
            typed ?? "",
            refusals);
    }
}

/// <summary>What was reported.</summary>
public sealed record ReportView(HarassmentKind Kind, string Words, string ByName, Instant At);

/// <summary>The page of a report: what was reported, whom to talk to, and the form.</summary>
public sealed record HarassmentView(
    Guid Conversation, string Care, IReadOnlyList<ReportView> Reports, bool IsCovered, IReadOnlyList<Library.OwnerView> Others, string Words,
    IReadOnlyList<Refusal> Refusals);
