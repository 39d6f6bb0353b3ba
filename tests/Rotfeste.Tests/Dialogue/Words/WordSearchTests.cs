using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Words;

/// <summary>Conversations are found by what was said in them, in one's own organisation and as long as it stands there.</summary>
public sealed class WordSearchTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Words_are_found_by_their_beginning_in_the_own_organisation_until_they_are_erased(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var neighbour = await world.NeighbourAsync();
        var post = await world.WriteToUsAsync("Når kommer brøytebilen til Haugen?");
        var asked = await world.ConversationOfAsync(post);
        var other = await world.AskedAsync("Er biblioteket åpent på lørdag?", author: "runar");
        var theirs = await neighbour.AskedAsync("Brøytebilen kom aldri.", author: "liv");
        var kari = await world.SignInAsync(DialogueWorld.Kari);

        (await RowsAsync("brøyte")).ShouldBe([$"{asked}"]);
        (await RowsAsync("biblioteket lørdag")).ShouldBe([$"{other}"]);
        (await RowsAsync("brøyte lørdag")).ShouldBeEmpty();
        foreach (var hostile in new[] { "\"", "brøyte\" OR organisation : \"", "') OR 1=1 --", "NEAR(", "*", "!& |" })
            (await RowsAsync(hostile)).ShouldNotContain($"{theirs}");

        // A list that was read is kept until the conversation hears of it.
        await world.EraseAsync(post);
        await Eventually.ShouldHoldAsync(async () => (await RowsAsync("brøyte")).ShouldBeEmpty());

        async Task<List<string?>> RowsAsync(string words)
        {
            var page = await kari.OpenAsync($"{world.Path}/inbox?q={Uri.EscapeDataString(words)}");
            page.Status.ShouldBe(System.Net.HttpStatusCode.OK);
            return [.. page.Document.QuerySelectorAll("[data-row]").Select(r => r.GetAttribute("data-row"))];
        }
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task The_newest_are_found_first_however_long_ago_and_longer_words_where_the_very_words_are_few(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var neighbour = await world.NeighbourAsync();
        var now = SystemClock.Instance.GetCurrentInstant();
        var said = new List<PostId>();
        foreach (var days in new[] { 1_500, 400, 70, 9, 2, 0 })
            said.Add(await world.KeepAsync($"Ferja gikk ikke for {days} dager siden.", $"liv{days}", now - Duration.FromDays(days)));
        await neighbour.KeepAsync("Ferja gikk ikke her heller.", "runar", now);
        said.Reverse();

        (await FindAsync("ferja", 1)).ShouldBe(said.Take(1));
        (await FindAsync("ferja", 3)).ShouldBe(said.Take(3), ignoreOrder: true);
        (await FindAsync("ferja ikke", 5)).ShouldBe(said.Take(5), ignoreOrder: true);
        (await FindAsync("ferja", 100)).ShouldBe(said, ignoreOrder: true);
        (await FindAsync("fer", 4)).ShouldBe(said.Take(4), ignoreOrder: true);
        (await FindAsync("fer", 100)).ShouldBe(said, ignoreOrder: true);
        (await FindAsync("fe", 100)).ShouldBeEmpty("two letters are a word of their own");

        Task<IReadOnlyList<PostId>> FindAsync(string words, int most) =>
            world.App.InAsync(world.Organisation, s => s.GetRequiredService<Posts>().SearchAsync(words, most, default));
    }
}
