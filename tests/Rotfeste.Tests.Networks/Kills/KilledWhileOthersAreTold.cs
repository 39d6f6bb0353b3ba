using System.Text.Json;
using Rotfeste.Tests.Dialogue.Hooks;

namespace Rotfeste.Tests.Networks.Kills;

/// <summary>
/// The process dies at each point between a conversation and another system that is told of it. Counted is what that system got: every
/// conversation at least once, always under the same id.
/// </summary>
public sealed class KilledWhileOthersAreTold
{
    private const string Page = "settings/hooks";

    [Fact]
    public async Task Every_conversation_is_told_at_least_once_under_one_id_wherever_the_process_dies()
    {
        await using var receiver = await HookReceiver.StartAsync();
        await using var product = await ProductProcess.StartAsync(ProductSettings.Alone());
        using var desk = await Desk.SetUpAsync(product);
        await desk.SayYesAsync();
        await desk.SendAsync(await desk.OpenAsync(Page), $"{desk.Organisation}/{Page}", ("address", receiver.Address), ("event", "conversation.new"));

        await product.RestartAsync(product.Settings with { KillAt = "hook-message-before-store" });
        await CarryInUntilItDiesAsync(desk);
        await product.DiedAsync();
        Count(product, "dialogue_hook_messages").ShouldBe(0);
        await DieAtAsync(product, "hook-message-stored");
        await DieAtAsync(product, "hook-message-before-call");
        receiver.Calls.ShouldBeEmpty();
        await DieAtAsync(product, "hook-message-sent");
        receiver.Calls.ShouldNotBeEmpty();
        await DieAtAsync(product, "hook-message-marked");
        await product.RestartAsync(product.Settings with { KillAt = null });

        var conversations = Ids(product, "dialogue_conversations");
        conversations.ShouldNotBeEmpty();
        await Eventually.ShouldHoldAsync(() => Count(product, "dialogue_hook_messages WHERE State = 'Delivered'").ShouldBe(conversations.Count));
        var told = receiver.Calls.ToLookup(call => JsonDocument.Parse(call.Body).RootElement.GetProperty("data").GetProperty("conversation").GetGuid());
        told.Select(calls => calls.Key).ShouldBe(conversations, ignoreOrder: true);
        told.ShouldAllBe(calls => calls.Select(call => call.Id).Distinct().Count() == 1);
        told.Sum(calls => calls.Count()).ShouldBeGreaterThan(conversations.Count, "one was sent and its answer lost");

        var log = (await desk.OpenAsync(Page)).Text;
        log.Split(Words.Of("Dialogue/Hooks", "Message.Delivered")).Length.ShouldBe(conversations.Count + 1);
    }

    // What it had not stored when it died, whoever wrote it knows of, for it was not answered.
    private static async Task CarryInUntilItDiesAsync(Desk desk)
    {
        try
        {
            foreach (var words in (string[])["Når åpner isbanen?", "Hvem rydder stien til fyret?", "Er det flo til helgen?"])
            {
                await desk.SendAsync(
                    await desk.OpenAsync("inbox/by-hand"), $"{desk.Organisation}/inbox/by-hand", ("text", words), ("place", "Nabogruppa"), ("name", "Ingrid"));
            }
        }
        catch (HttpRequestException)
        {
            // It died.
        }
    }

    private static async Task DieAtAsync(ProductProcess product, string point)
    {
        await product.RestartAsync(product.Settings with { KillAt = point });
        await product.DiedAsync();
    }

    private static int Count(ProductProcess product, string from) =>
        int.Parse(StoredRows.Ask(product.Settings, $"SELECT count(*) FROM {from}").Single(), System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<Guid> Ids(ProductProcess product, string from) => [.. StoredRows.Ask(product.Settings, $"SELECT Id FROM {from}").Select(Guid.Parse)];
}
