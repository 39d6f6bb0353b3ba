using System.Net;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Tests.Channels.Fakes;

namespace Rotfeste.Tests.Channels.Connections;

public sealed class SignInAgainTests
{
    [Fact]
    public async Task An_expired_token_is_renewed_once_and_nobody_notices()
    {
        await using var world = await ChannelWorld.StartAsync();
        var channel = await world.ConnectedAsync();

        world.Pds.Network.Expire(refreshToo: false);
        var item = await world.OrderAsync(channel.Id);

        await world.ItemBecomesAsync(item, ItemState.Sent);
        world.Pds.CallsOf("refreshSession").ShouldBe(1);
        world.Pds.CallsOf("createSession").ShouldBe(1);
        (await world.CardAsync()).Health.State.ShouldBe(ChannelState.Connected);
    }

    [Fact]
    public async Task A_spent_refresh_token_falls_back_on_the_app_password()
    {
        await using var world = await ChannelWorld.StartAsync();
        var channel = await world.ConnectedAsync();

        world.Pds.Network.Expire(refreshToo: true);
        var item = await world.OrderAsync(channel.Id);

        await world.ItemBecomesAsync(item, ItemState.Sent);
        world.Pds.CallsOf("createSession").ShouldBe(2);
    }

    [Fact]
    public async Task A_lost_answer_to_a_refresh_is_survived()
    {
        await using var world = await ChannelWorld.StartAsync();
        var channel = await world.ConnectedAsync();

        world.Pds.Fail("refreshSession", Troubles.DoneButHangsUp, times: 1);
        world.Pds.Network.Expire(refreshToo: false);

        await world.ItemBecomesAsync(await world.OrderAsync(channel.Id), ItemState.Sent);
    }

    [Fact]
    public async Task A_withdrawn_app_password_asks_for_a_new_sign_in_and_what_waits_goes_out_after_it()
    {
        await using var world = await ChannelWorld.StartAsync();
        var channel = await world.ConnectedAsync();
        world.Ours.Password = "new-pass-word-here";
        world.Pds.Network.Expire(refreshToo: true);

        var item = await world.OrderAsync(channel.Id);
        await world.HealthBecomesAsync(ChannelState.SignInAgain);
        await world.ItemBecomesAsync(item, ItemState.Queued, ItemReason.SignInAgain);
        var asked = world.Pds.CallsOf("createSession");
        var address = $"{world.Path}/channels/{channel.Id}";
        var page = await world.Owner.OpenAsync(address);
        page.Text.ShouldContain("Must sign in again");
        page.Document.QuerySelector(".rf-rail")!.InnerHtml.ShouldContain("failed");

        var refused = await world.Owner.SendAsync(page, $"{address}/sign-in", ("password", "still-wrong"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Bluesky did not accept the app password.");
        refused.Html.ShouldNotContain("still-wrong");
        var mended = await world.Owner.SendAsync(page, $"{address}/sign-in", ("password", "new-pass-word-here"));

        mended.Text.ShouldContain("Connected");
        await world.ItemBecomesAsync(item, ItemState.Sent);
        asked.ShouldBeLessThanOrEqualTo(4, "a signed-out channel is not tried again and again");
    }

    [Theory]
    [InlineData("AccountTakedown")]
    [InlineData("AccountDeactivated")]
    public async Task An_account_closed_by_its_network_is_shown_as_refused(string code)
    {
        await using var world = await ChannelWorld.StartAsync();
        await world.ConnectedAsync();

        world.Ours.Closed = code;

        var card = await world.HealthBecomesAsync(ChannelState.RefusedByNetwork);
        card.Health.Until.ShouldNotBeNull();
        (await world.Owner.OpenAsync($"{world.Path}/channels")).Text.ShouldContain("Closed by Bluesky");
    }

    [Fact]
    public async Task A_paused_channel_neither_asks_nor_sends_and_goes_on_when_it_is_started_again()
    {
        await using var world = await ChannelWorld.StartAsync();
        var channel = await world.ConnectedAsync();
        var address = $"{world.Path}/channels/{channel.Id}";
        var paused = await world.Owner.SendAsync(await world.Owner.OpenAsync(address), $"{address}/pause");
        paused.Text.ShouldContain("Paused");
        var asked = world.Pds.CallsOf("listNotifications");

        var item = await world.OrderAsync(channel.Id);
        await world.ItemBecomesAsync(item, ItemState.Queued, ItemReason.Paused);

        // Nothing to wait for: some rounds of a poll that would come every tenth of a second. One look may have been under way.
        await Task.Delay(1_000, TestContext.Current.CancellationToken);
        world.Pds.CallsOf("listNotifications").ShouldBeLessThanOrEqualTo(asked + 1);

        await world.Owner.SendAsync(await world.Owner.OpenAsync(address), $"{address}/resumption");
        await world.ItemBecomesAsync(item, ItemState.Sent);
    }
}
