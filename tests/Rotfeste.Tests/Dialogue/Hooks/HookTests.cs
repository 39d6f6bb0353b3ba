using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Hooks;
using Rotfeste.Listening.Messages;
using Rotfeste.People.Notices;
using Rotfeste.Platform.Callers;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Hooks;

/// <summary>Other systems are told, signed, at least once and for three days; never with words from outside.</summary>
public sealed class HookTests
{
    private const string Page = "/fjordvik/settings/hooks";

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_happens_is_told_by_ids_signed_and_again_under_the_same_id_until_it_is_taken(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        await using var receiver = await HookReceiver.StartAsync();
        using var owner = await world.SignInAsync(DialogueWorld.Kari);
        var secret = await AddAsync(owner, receiver);
        (await owner.OpenAsync(Page)).Html.ShouldNotContain(secret);
        var stored = await world.ReadAsync(db => db.Set<Hook>().AsNoTracking().SingleAsync());
        $"{stored.SealedAddress} {stored.SealedSecret}".ShouldNotContain(secret);
        stored.SealedAddress.ShouldNotContain(receiver.Address);

        receiver.Status = 500;
        var id = await world.AskedAsync("Hemmelig spørsmål om vannet", name: "Ingrid");
        await Eventually.ShouldHoldAsync(() => receiver.Calls.ShouldNotBeEmpty());
        receiver.Status = 200;
        await Eventually.ShouldHoldAsync(() => receiver.Calls.ShouldContain(c => c.Answered == 200 && c.Json.Contains(HookEvents.New, StringComparison.Ordinal)));
        var told = receiver.Calls.Where(c => c.Json.Contains(HookEvents.New, StringComparison.Ordinal)).ToList();
        told.Count.ShouldBeGreaterThan(1);
        told.Select(c => c.Id).Distinct().ShouldHaveSingleItem();
        foreach (var call in receiver.Calls)
        {
            MessageSignature.IsRight(secret, call.Id, call.Timestamp, call.Body, call.Signature).ShouldBeTrue();
            MessageSignature.IsFresh(call.Timestamp, SystemClock.Instance.GetCurrentInstant()).ShouldBeTrue();
            call.Json.ShouldNotContain("Hemmelig");
            call.Json.ShouldNotContain("ingrid", Case.Insensitive);
        }

        var data = JsonDocument.Parse(told[^1].Body).RootElement.GetProperty("data");
        data.GetProperty("conversation").GetGuid().ShouldBe(id.Value);
        data.GetProperty("link").GetString()!.ShouldEndWith($"/fjordvik/inbox/{id}");
        await Eventually.ShouldHoldAsync(async () => (await owner.OpenAsync(Page)).Text.ShouldContain("Tatt imot"));

        await LabelAsync(world, owner, id);
        await Eventually.ShouldHoldAsync(() => receiver.Calls.ShouldContain(c => c.Json.Contains(HookEvents.Labelled, StringComparison.Ordinal)));
        await owner.SendAsync(await owner.OpenAsync($"{world.Path}/inbox/{id}"), $"{world.Path}/conversations/{id}/closure", ("outcome", "Solved"));
        await Eventually.ShouldHoldAsync(() => receiver.Calls.ShouldContain(c => c.Json.Contains("\"outcome\":\"solved\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_address_that_is_gone_is_switched_off_its_owners_are_told_and_what_it_missed_can_be_sent_again()
    {
        await using var world = await DialogueWorld.MakeAsync();
        await using var receiver = await HookReceiver.StartAsync();
        using var owner = await world.SignInAsync(DialogueWorld.Kari);
        (await owner.SendAsync(await owner.OpenAsync(Page), Page, ("address", "http://10.0.0.1/in"), ("event", HookEvents.New))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await AddAsync(owner, receiver);
        var hook = (await world.ReadAsync(db => db.Set<Hook>().AsNoTracking().SingleAsync())).Id;

        receiver.Status = 410;
        await owner.SendAsync(await owner.OpenAsync(Page), $"{Page}/{hook}/test");
        await Eventually.ShouldHoldAsync(async () => (await world.ReadAsync(db => db.Set<Hook>().AsNoTracking().SingleAsync())).StoppedAt.ShouldNotBeNull());
        (await world.ReadAsync(db => db.Set<WrittenNotice>().AsNoTracking().Where(n => n.Kind == "hook-stopped").Select(n => n.Person).ToListAsync()))
            .ShouldContain(world.Person(DialogueWorld.Kari));

        receiver.Status = 204;
        var neighbour = await world.NeighbourAsync();
        await neighbour.AskedAsync("Et spørsmål til naboen");
        await owner.SendAsync(await owner.OpenAsync(Page), $"{Page}/{hook}/start");
        var missed = receiver.Calls.ShouldHaveSingleItem().Id;
        await owner.SendAsync(await owner.OpenAsync(Page), $"{Page}/messages/{missed}/attempt");
        await Eventually.ShouldHoldAsync(() => receiver.Calls.Select(c => c.Id).ShouldBe([missed, missed]));

        using var other = await neighbour.SignInAsync("nora@storelva.example");
        var theirs = await other.OpenAsync("/storelva/settings/hooks");
        (await other.PostAsync($"/storelva/settings/hooks/messages/{missed}/attempt", theirs.Token)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.PostAsync($"/storelva/settings/hooks/{hook}/removal", theirs.Token)).Status.ShouldBe(HttpStatusCode.NotFound);

        await owner.SendAsync(await owner.OpenAsync(Page), $"{Page}/{hook}/removal");
        (await world.ReadAsync(db => db.Set<HookMessage>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public void A_message_is_tried_with_growing_pauses_for_three_days_and_then_the_address_is_switched_off()
    {
        var start = SystemClock.Instance.GetCurrentInstant();
        var hook = MadeHook(start);
        var message = HookMessage.Write(hook, HookEvents.New, "{}", start);
        var (now, last, stopped) = (start, Duration.Zero, false);
        while (true)
        {
            stopped |= hook.Fail(isGone: false, now);
            if (message.Tried(500, wasTaken: false, hook.StoppedAt is null, now) is not { } again)
                break;
            (again - now).ShouldBeGreaterThanOrEqualTo(last);
            (last, now) = (again - now, again);
        }

        (now - start).ShouldBeInRange(Duration.FromDays(3), Duration.FromDays(3.1));
        stopped.ShouldBeTrue();
        message.State.ShouldBe(HookMessageState.GivenUp);
        message.Again();
        message.Tried(200, wasTaken: true, mayGoOn: true, now).ShouldBeNull();
        message.State.ShouldBe(HookMessageState.Delivered);
    }

    [Fact]
    public void What_works_again_forgets_that_it_failed()
    {
        var start = SystemClock.Instance.GetCurrentInstant();
        var hook = MadeHook(start);
        hook.Fail(isGone: false, start).ShouldBeFalse();
        hook.RestAt(start).ShouldBe(start + Duration.FromSeconds(5));
        hook.RestAt(start + Duration.FromSeconds(5)).ShouldBeNull();
        hook.RestAt(start - Duration.FromDays(365)).ShouldBeNull("the clock that set it ran ahead");
        hook.Worked(start + Duration.FromHours(1));
        hook.Fail(isGone: false, start + Duration.FromDays(4)).ShouldBeFalse();
        hook.Fail(isGone: true, start + Duration.FromDays(4)).ShouldBeTrue();
    }

    private static async Task LabelAsync(DialogueWorld world, Visitor owner, Rotfeste.Dialogue.Contracts.ConversationId id)
    {
        var label = Rotfeste.Dialogue.Labels.Label.Of(world.Organisation, "Vann");
        await world.ReadAsync(async db =>
        {
            db.Add(label);
            return await db.SaveChangesAsync();
        });
        await owner.SendAsync(await owner.OpenAsync($"{world.Path}/inbox/{id}"), $"{world.Path}/conversations/{id}/labels", ("label", $"{label.Id}"));
    }

    private static async Task<string> AddAsync(Visitor owner, HookReceiver receiver)
    {
        var added = await owner.SendAsync(
            await owner.OpenAsync(Page), Page, [("address", receiver.Address), .. HookEvents.All.Select(e => ("event", e))]);
        return added.Document.QuerySelector("[name=secret]")!.GetAttribute("value")!;
    }

    private static Hook MadeHook(Instant now)
    {
        var by = new Caller(
            PersonId.New(), "Kari", null, OrganisationId.New(), "Fjordvik", "kommunen", "/fjordvik", DateTimeZone.Utc, new HashSet<string>(), [], IsExample: false);
        var secrets = new Rotfeste.Platform.Keys.Secrets(new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider());
        return Hook.Add(secrets, by, new Uri("https://system.example/in"), Hook.NewSecret(), HookEvents.All, now);
    }
}
