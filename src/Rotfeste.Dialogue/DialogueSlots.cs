using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Rotfeste.Dialogue.Listings;
using Rotfeste.Dialogue.Traces;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Slots;

namespace Rotfeste.Dialogue;

/// <summary>Where the room shows itself on others' screens.</summary>
internal static class DialogueSlots
{
    public static IServiceCollection AddSlots(this IServiceCollection services) => services
        .AddSingleton(WordsHeard.Slot)
        .AddScoped<ConversationTraces>()
        .AddSingleton(ConversationTraces.Slot)
        .AddSingleton(new SearchPage("inbox"))
        .AddSingleton(new NavigationItem(
            NavigationPlace.ForYou, 0, "", "you", Access.Member, services => Word<Desks.Texts>(services, "ForYou"),
            async (services, caller, cancellation) => new NavigationCount((await CountAsync(services, caller, cancellation)).MineToDo)))
        .AddSingleton(new NavigationItem(
            NavigationPlace.Shows, 10, "inbox", "inbox", Access.Member, services => Word<Listings.Texts>(services, "Inbox"),
            async (services, caller, cancellation) => new NavigationCount(
                caller.May.Contains(Access.Answer) ? (await CountAsync(services, caller, cancellation)).ForMe : 0),
            Under: ["conversations", "archive", "asks", "looks", "labels", "deadlines", "criticism", "newcomers", "numbers", "unusual"]))
        .AddSingleton(new NavigationItem(
            NavigationPlace.Shows, 15, "library", null, Access.Member, services => Word<Library.Texts>(services, "Title"), Under: ["answers", "good-answers"]))
        .AddSingleton(new MentionAction(
            0, Access.Answer, services => Word<Mentions.Texts>(services, "Take"),
            (caller, mention) => caller.To($"mentions/{mention}/conversation")));

    private static string Word<TTexts>(IServiceProvider services, string key) =>
        services.GetRequiredService<IStringLocalizer<TTexts>>()[key];

    private static Task<InboxCounts> CountAsync(IServiceProvider services, Caller caller, CancellationToken cancellation) =>
        services.GetRequiredService<InboxCounting>().CountAsync(caller, cancellation);
}
