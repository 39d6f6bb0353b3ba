using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Orders;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Channels.Orders;

public sealed class ItemTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 12, 0);

    [Fact]
    public void A_queued_item_can_be_taken_back_and_one_with_a_record_cannot()
    {
        var queued = New();
        queued.TakeBack().ShouldBeTrue();
        queued.State.ShouldBe(ItemState.TakenBack);

        var sending = Fixed();
        sending.TakeBack().ShouldBeFalse();
        sending.State.ShouldBe(ItemState.Sending);
    }

    [Fact]
    public void An_item_that_waits_before_its_record_is_made_can_still_be_taken_back()
    {
        var item = New();
        item.Wait(ItemReason.SignInAgain, Now);

        item.TakeBack().ShouldBeTrue();
    }

    [Fact]
    public void A_record_is_chosen_once_and_for_good()
    {
        var item = Fixed();

        Should.Throw<InvalidOperationException>(() => item.Fix("at://did:plc:abc/app.bsky.feed.post/other", [2]));
        item.Record.ShouldBe([1]);
    }

    [Fact]
    public void Waiting_is_news_when_the_reason_changes_and_not_at_each_try()
    {
        var item = New();

        item.Wait(ItemReason.Unreachable, Now).ShouldBeTrue();
        item.Wait(ItemReason.Unreachable, Now).ShouldBeFalse();
        item.Wait(ItemReason.RateLimited, Now).ShouldBeTrue();
        item.Tries.ShouldBe(3);
    }

    [Fact]
    public void A_settled_item_takes_no_further_word()
    {
        var sent = Fixed();
        sent.MarkSent(Now);

        Should.Throw<InvalidOperationException>(() => sent.Refuse(ItemReason.RecordRefused));
        Should.Throw<InvalidOperationException>(() => sent.LoseSight(ItemReason.Unreachable, Now));
        sent.TryAgain(Now).ShouldBeFalse();
    }

    [Fact]
    public void A_refused_item_keeps_its_record_when_it_is_tried_again()
    {
        var item = Fixed();
        item.Refuse(ItemReason.AccountRefused);

        item.TryAgain(Now).ShouldBeTrue();

        item.State.ShouldBe(ItemState.Sending);
        item.Record.ShouldBe([1]);
    }

    private static Item New() => Item.Order(
        OrganisationId.New(),
        new SendItem(ItemId.New(), ChannelId.New(), "Hei", ["nb"], new("at://r", ""), new("at://p", ""), Now, PersonId.New()));

    private static Item Fixed()
    {
        var item = New();
        item.Fix("at://did:plc:abc/app.bsky.feed.post/key", [1]);
        return item;
    }
}
