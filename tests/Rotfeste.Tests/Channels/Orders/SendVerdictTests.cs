using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Orders;
using Rotfeste.Networks;

namespace Rotfeste.Tests.Channels.Orders;

public sealed class SendVerdictTests
{
    [Fact]
    public void Every_kind_of_failure_has_a_verdict_and_none_of_them_is_sent()
    {
        foreach (var kind in Enum.GetValues<FailureKind>())
        {
            SendVerdict.Of(new Failure(kind), mayBeThere: false).ShouldNotBeOfType<SendVerdict.Has>();
            SendVerdict.Of(new Failure(kind), mayBeThere: true).ShouldNotBeOfType<SendVerdict.No>($"{kind}: it may be there");
            SendVerdict.Of(new Failure(kind, MayHaveHappened: true), mayBeThere: false).ShouldNotBeOfType<SendVerdict.No>($"{kind}: it may have happened");
        }
    }

    [Theory]
    [InlineData(FailureKind.Refused, ItemReason.RecordRefused)]
    [InlineData(FailureKind.AccountClosed, ItemReason.AccountRefused)]
    public void A_clear_no_is_final(FailureKind kind, ItemReason reason) =>
        SendVerdict.Of(new Failure(kind), mayBeThere: false).ShouldBe(new SendVerdict.No(reason));

    [Theory]
    [InlineData(FailureKind.Unreachable, ItemReason.Unreachable)]
    [InlineData(FailureKind.NotJson, ItemReason.Unreachable)]
    [InlineData(FailureKind.TokenRevoked, ItemReason.SignInAgain)]
    [InlineData(FailureKind.SignInRefused, ItemReason.SignInAgain)]
    [InlineData(FailureKind.RateLimited, ItemReason.RateLimited)]
    public void What_passes_is_waited_for(FailureKind kind, ItemReason reason) =>
        SendVerdict.Of(new Failure(kind), mayBeThere: false).ShouldBe(new SendVerdict.Wait(reason));

    [Fact]
    public void A_taken_key_is_looked_at_before_anything_is_said() =>
        SendVerdict.Of(new Failure(FailureKind.InvalidSwap), mayBeThere: true).ShouldBeOfType<SendVerdict.Taken>();
}
