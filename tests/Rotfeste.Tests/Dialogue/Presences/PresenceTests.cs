using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Presences;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Live;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Presences;

public sealed class PresenceTests
{
    private static readonly (ConversationId One, ConversationId Other) Conversations = (ConversationId.New(), ConversationId.New());
    private static readonly (PersonId Kari, PersonId Jonas) Somebody = (PersonId.New(), PersonId.New());

    [Fact]
    public void Whoever_says_nothing_more_is_gone_and_stops_writing_sooner()
    {
        var clock = new StandingClock();
        var people = new PresentPeople(clock);
        people.Note(Conversations.One, Somebody.Kari, Sign.Writing);
        people.Note(Conversations.Other, Somebody.Jonas, Sign.Looking);
        people.Of(Conversations.One).ShouldBe([new(Somebody.Kari, true)]);
        clock.Move(PresentPeople.WritesFor + Duration.Epsilon);
        people.Of(Conversations.One).ShouldBe([new(Somebody.Kari, false)]);
        clock.Move(PresentPeople.LooksFor - PresentPeople.WritesFor);
        people.Of(Conversations.One).ShouldBeEmpty();

        // Back again: a sweep that took away the others' signs takes none that counts.
        people.Note(Conversations.One, Somebody.Kari, Sign.Looking).ShouldBeTrue();
        people.Of(Conversations.One).ShouldBe([new(Somebody.Kari, false)]);
        people.Of(Conversations.Other).ShouldBeEmpty();
    }

    [Fact]
    public void Others_are_told_only_of_what_they_see_change()
    {
        var people = new PresentPeople(new StandingClock());
        people.Note(Conversations.One, Somebody.Kari, Sign.Gone).ShouldBeFalse();
        people.Note(Conversations.One, Somebody.Kari, Sign.Looking).ShouldBeTrue();
        people.Note(Conversations.One, Somebody.Kari, Sign.Looking).ShouldBeFalse();
        people.Note(Conversations.One, Somebody.Kari, Sign.Writing).ShouldBeTrue();
        people.Note(Conversations.One, Somebody.Kari, Sign.Writing).ShouldBeFalse();
        people.Note(Conversations.One, Somebody.Kari, Sign.Looking).ShouldBeTrue("what was sent is no longer being written");
        people.Note(Conversations.One, Somebody.Kari, Sign.Gone).ShouldBeTrue();
        people.Of(Conversations.One).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Colleagues_see_by_name_who_looks_and_who_writes_and_nobody_else_learns_it(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var id = await world.AskedAsync("Hvem måker gangveien?");
        var (kari, jonas) = (await world.SignInAsync(DialogueWorld.Kari), await world.SignInAsync(DialogueWorld.Jonas));
        var token = (await kari.OpenAsync($"{world.Path}/inbox/{id}")).Token;
        var address = $"{world.Path}/conversations/{id}/presence";
        (await HereAsync(world, jonas, id)).ShouldBe("", "opening a page is not yet told: the page says it while it can be seen");

        using var live = world.App.Services.GetRequiredService<LiveTopics>().Listen(world.Organisation);
        (await kari.PostAsync(address, token, ("sign", "looking"))).Text.Trim().ShouldBe("", "nobody is told of themselves");
        live.Topics.TryRead(out var topic).ShouldBeTrue();
        topic.ShouldBe(TellPresence.Topic(id));
        (await HereAsync(world, jonas, id)).ShouldBe("Kari Lunde ser på nå");
        await kari.PostAsync(address, token, ("sign", "writing"));
        (await HereAsync(world, jonas, id)).ShouldBe("Kari Lunde skriver svar nå");
        (await HereAsync(world, kari, id)).ShouldBe("");

        (await kari.PostAsync(address, token, ("sign", "waving"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await kari.PostAsync(address, ("sign", "gone"))).Status.ShouldBe(HttpStatusCode.BadRequest, "no token");
        var theirs = await (await world.NeighbourAsync()).AskedAsync("Bare til dere");
        (await kari.PostAsync($"{world.Path}/conversations/{theirs}/presence", token, ("sign", "looking"))).Status.ShouldBe(HttpStatusCode.NotFound);

        (await jonas.PostAsync(address, (await jonas.OpenAsync($"{world.Path}/inbox/{id}")).Token, ("sign", "looking"))).Text.Trim().ShouldBe("Kari Lunde skriver svar nå");
        await kari.PostAsync(address, token, ("sign", "gone"));
        (await HereAsync(world, jonas, id)).ShouldBe("");
        (await HereAsync(world, kari, id)).ShouldBe("Jonas Eide ser på nå");
    }

    private static async Task<string> HereAsync(DialogueWorld world, Visitor visitor, ConversationId id) =>
        (await visitor.OpenAsync($"{world.Path}/inbox/{id}/thread")).Document.QuerySelector("#here")!.TextContent.Trim();

    private sealed class StandingClock : IClock
    {
        private Instant now = Instant.FromUtc(2026, 11, 25, 12, 0);

        public Instant GetCurrentInstant() => now;

        public void Move(Duration by) => now += by;
    }
}
