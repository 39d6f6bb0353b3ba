using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Mastodon;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Channels.Mastodon;

public sealed class NotificationMarkTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 25, 8, 0);

    /// <summary>A server that gives the page nearest above the mark, as Mastodon does, or the newest, as others do.</summary>
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 1)]
    [InlineData(true, 40)]
    [InlineData(false, 40)]
    [InlineData(true, 173)]
    [InlineData(false, 173)]
    public void After_an_outage_all_is_taken_in_whichever_page_the_server_gives(bool nearest, int missed)
    {
        const int size = 40;
        var all = Enumerable.Range(1, 60).ToList();
        var mark = NotificationMark.Of(new ChannelKey(new OrganisationId(Guid.NewGuid()), ChannelId.New()));
        mark.Begin("60", Now);
        all.AddRange(Enumerable.Range(61, missed));
        var taken = new HashSet<int>();

        var looks = 0;
        for (var goesOn = true; goesOn || looks < 2;)
        {
            (++looks).ShouldBeLessThan(50);
            var wanted = all.Where(id => id > int.Parse(mark.Position!) && (mark.Back is null || id < int.Parse(mark.Back)));
            var page = (nearest ? wanted.Order().Take(size) : wanted.OrderDescending().Take(size)).OrderDescending().ToList();
            var stored = page.Count(taken.Add);
            goesOn = mark.Take(page.Count == 0 ? null : $"{page[0]}", page.Count == 0 ? null : $"{page[^1]}", stored, Now);
        }

        taken.Order().ShouldBe(Enumerable.Range(61, missed));
        mark.Position.ShouldBe($"{60 + missed}");
    }

    [Fact]
    public void A_server_that_gives_the_same_page_for_ever_is_asked_no_longer()
    {
        var mark = NotificationMark.Of(new ChannelKey(new OrganisationId(Guid.NewGuid()), ChannelId.New()));
        mark.Begin(null, Now);
        mark.Take("9", "5", 5, Now).ShouldBeTrue();
        mark.Take("9", "5", 0, Now).ShouldBeFalse();
        mark.Position.ShouldBe("9");
    }
}
