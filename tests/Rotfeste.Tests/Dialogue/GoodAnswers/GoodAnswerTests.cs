using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.GoodAnswers;
using Rotfeste.Listening.Contracts;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.GoodAnswers;

public sealed class GoodAnswerTests
{
    private static readonly Instant Sent = Instant.FromUtc(2026, 11, 20, 12, 0);

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_colleague_collects_a_good_answer_with_why_and_own_figures_are_ones_own(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var jonas = await world.SignInAsync(DialogueWorld.Jonas);
        var id = await world.AskedAsync("Når åpner svømmehallen?");
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/inbox/{id}"), $"{world.Path}/conversations/{id}/answers", ("text", "Klokka ti. Ta med badehette, så slipper du køen."));
        var answer = await world.ReadAsync(db => db.Set<WrittenAnswer>().SingleAsync());
        await world.TellAsync(new ItemSent(world.Organisation, answer.Order, world.Channel, answer.By, SystemClock.Instance.GetCurrentInstant()));
        await Eventually.ShouldHoldAsync(async () => (await world.ConversationAsync(id)).State.ShouldBe(ConversationState.WaitingForThem));

        var open = await jonas.OpenAsync($"{world.Path}/inbox/{id}");
        var collected = await jonas.SendAsync(open, $"{world.Path}/good-answers", ("why", "Svarer på det neste også."));
        collected.Text.ShouldContain("Ta med badehette");
        collected.Text.ShouldContain("Jonas Eide: «Svarer på det neste også.»");
        collected.Text.ShouldNotContain("Bare du ser dette");
        var own = await kari.OpenAsync($"{world.Path}/good-answers?like={answer.Id}");
        own.Text.ShouldContain("Du har sendt 1 svar.");
        var good = await world.ReadAsync(db => db.Set<GoodAnswer>().SingleAsync());
        own.Document.QuerySelector($"form[action='{world.Path}/good-answers/{good.Id}/removal']").ShouldBeNull("it is another's word");
        (await jonas.SendAsync(open, $"{world.Path}/good-answers", ("answer", $"{Guid.Empty}"))).Status.ShouldBe(HttpStatusCode.NotFound);

        await jonas.SendAsync(collected, $"{world.Path}/good-answers/{good.Id}/removal");
        (await world.ReadAsync(db => db.Set<GoodAnswer>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public void What_came_back_is_read_out_of_the_thread_and_nothing_is_said_only_after_a_day()
    {
        CameBack.Of("at://ours", Sent, null, [], Sent + Duration.FromHours(2)).ShouldBeNull();
        CameBack.Of("at://ours", Sent, null, [], Sent + Duration.FromHours(25))!.IsNothing.ShouldBeTrue();
        CameBack.Of(null, Sent, null, [], Sent + Duration.FromHours(25)).ShouldBeNull();
        var back = CameBack.Of(
            "at://ours", Sent, ConversationOutcome.Solved,
            [Post("at://ours", "Svar", null, 4, isOurs: true), Post("at://a", "Tusen takk!", "at://ours"), Post("at://b", "Hvem spurte?", "at://elsewhere")], Sent);
        back.ShouldBe(new CameBackView(1, true, 4, true));
    }

    private static StoredPost Post(string uri, string text, string? parent, int? likes = null, bool isOurs = false)
    {
        var reference = parent is null ? null : new PostReference(parent, "v");
        return new(
            new PostId(Guid.CreateVersion7()),
            new NetworkPost("bluesky", uri, "v", null, new NetworkAuthor("did:plc:x", "x.example", "X"), text, false, ["nb"], Sent, reference, reference, null, [], [], [], likes),
            isOurs, null, "key", Sent);
    }
}
