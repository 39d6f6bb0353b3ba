using NodaTime;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Timelines;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Listening.Timelines;

public sealed class LookAgainTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 25, 12, 0);
    private static readonly Duration Year = Duration.FromDays(365);

    [Fact]
    public void A_post_is_looked_at_often_at_first_then_ever_less_and_not_after_a_month()
    {
        After(Duration.Zero).ShouldBe(Duration.FromMinutes(10));
        After(Duration.FromHours(5)).ShouldBe(Duration.FromMinutes(30));
        After(Duration.FromDays(29)).ShouldBe(Duration.FromHours(6));
        LookAgain.Next(Now - Duration.FromDays(31), Now).ShouldBeNull();
        After(-Year).ShouldBe(Duration.FromHours(6), "it came while a clock ran ahead");

        static Duration After(Duration age) => LookAgain.Next(Now - age, Now)!.Value - Now;
    }

    [Fact]
    public void A_look_that_was_planned_while_a_clock_ran_ahead_is_made_now()
    {
        IsDue(LookAgain.Next(Now + Year, Now + Year)).ShouldBeTrue();
        IsDue(LookAgain.Next(Now, Now)).ShouldBeFalse();
        IsDue(LookAgain.Next(Now - Duration.FromDays(29), Now)).ShouldBeFalse();
        IsDue(Now).ShouldBeTrue();
        IsDue(null).ShouldBeFalse();
    }

    private static bool IsDue(Instant? at)
    {
        var post = KeptPost.From(
            new("mastodon", "https://her.example/1", "v", null, new("1", "ola", "Ola"), "Hei", false, ["nb"], Now, null, null, null, [], [], [], null),
            OrganisationId.New(), "hash", isOurs: false, Now);
        post.LookAgain(at);
        return LookAgain.IsDue(Now).Compile()(post);
    }
}
