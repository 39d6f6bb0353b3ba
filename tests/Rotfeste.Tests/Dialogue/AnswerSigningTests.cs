using System.Net;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue;

/// <summary>An account has its own way of signing, and a unit its name in the question's language; nobody is named without a yes.</summary>
public sealed class AnswerSigningTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Answers_are_signed_as_the_account_and_the_language_of_the_question_want_it(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var id = await world.AskedAsync("Når kommer vannet?");
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        (await SignedAsync(world, kari, id)).ShouldBe("– Kari, Kundetorget");

        var unit = (await kari.OpenAsync($"{world.Path}/units")).Document.QuerySelectorAll("td a")
            .Single(a => a.ParentElement!.ParentElement!.TextContent.Contains("Kundetorget", StringComparison.Ordinal)).GetAttribute("href")!;
        var form = await kari.OpenAsync(unit);
        (await kari.SendAsync(form, unit, ("name", "Kundetorget"), ("publicName", "Kundetorget"), ("publicName-nb", new string('a', 81)))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await kari.SendAsync(form, unit, ("name", "Kundetorget"), ("publicName", "Kundetorget"), ("publicName-nb", "Innbyggertorget"), ("publicName-en", "Citizen Service"));
        (await SignedAsync(world, kari, id)).ShouldBe("– Kari, Innbyggertorget");

        var account = $"{world.Path}/channels/{world.Channel}";
        await kari.SendAsync(await kari.OpenAsync(account), $"{account}/signing", ("style", "Unit"));
        (await SignedAsync(world, kari, id)).ShouldBe("– Innbyggertorget");
        (await SignedAsync(world, await world.SignInAsync(DialogueWorld.Hakon), id)).ShouldNotContain("Håkon");

        var jonas = await world.SignInAsync(DialogueWorld.Jonas);
        (await jonas.OpenAsync(account)).Document.QuerySelector("[action$=signing]").ShouldBeNull();
        var shown = await kari.OpenAsync(account);
        shown.Document.QuerySelector("#signing-Unit")!.HasAttribute("checked").ShouldBeTrue();
        await kari.SendAsync(shown, $"{account}/signing", ("style", ""));
        (await SignedAsync(world, kari, id)).ShouldBe("– Kari, Innbyggertorget");
    }

    private static async Task<string> SignedAsync(DialogueWorld world, Visitor visitor, ConversationId id) =>
        (await visitor.OpenAsync($"{world.Path}/inbox/{id}")).Document.QuerySelector("[data-sign]")!.TextContent;
}
