using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Channels.Contracts;
using Rotfeste.Tests.Channels.Fakes;

namespace Rotfeste.Tests.Channels.Contracts;

public sealed class ThreadsTests
{
    [Fact]
    public async Task A_thread_is_read_and_a_post_that_is_gone_is_said_to_be_missing()
    {
        await using var world = await ChannelWorld.StartAsync();
        var channel = await world.ConnectedAsync();
        var uri = world.Pds.Network.Tell(world.Ours, world.Citizen, "mention", "Når kommer vannet?", DateTimeOffset.UtcNow);

        var thread = await GetAsync(world, channel.Id, uri);
        thread.Failure.ShouldBeNull();
        var post = thread.Posts.ShouldHaveSingleItem();
        (post.Uri, post.Text, post.Author.DisplayName, post.Likes).ShouldBe((uri, "Når kommer vannet?", "Kari Nordmann", 3));

        world.Pds.Network.Delete(uri);
        var gone = await GetAsync(world, channel.Id, uri);
        (gone.Posts.Count, gone.Failure).ShouldBe((0, null));
        gone.Missing.ShouldBe([uri]);
    }

    [Fact]
    public async Task A_server_that_fails_gives_the_state_that_the_channel_is_in_now()
    {
        await using var world = await ChannelWorld.StartAsync(poll: 30);
        var channel = await world.ConnectedAsync();
        world.Pds.Fail("getPostThread", Troubles.Html);

        var thread = await GetAsync(world, channel.Id, $"at://{world.Ours.Did}/app.bsky.feed.post/key");

        thread.Failure!.State.ShouldBe(ChannelState.Unreachable);
    }

    private static Task<ThreadAnswer> GetAsync(ChannelWorld world, ChannelId channel, string uri) => world.App.InAsync(
        world.Organisation, services => services.GetRequiredService<Threads>().GetAsync(channel, uri, default));
}
