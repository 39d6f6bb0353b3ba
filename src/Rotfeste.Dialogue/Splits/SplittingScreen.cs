using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Splits;

/// <summary>The page on which a post is taken out of a conversation: the chosen one, or all that can be.</summary>
internal sealed class SplittingScreen(ConversationDoor door, SplitReading reading, Posts posts, PrivateReading privates, AskedPost asked, IStringLocalizer<Texts> texts)
{
    private const int Most = 20;
    private const int MostText = 220;

    public async Task<IResult> ShowAsync(Guid id, Guid? post, string? refused, CancellationToken cancellation)
    {
        if (await door.LookAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        var wanted = conversation.Posts.Where(p => !p.IsErased && (post is null || p.Post.Value == post)).OrderByDescending(p => p.At).Take(Most).ToList();
        var said = await posts.FindAsync([.. wanted.Select(p => p.Post)], cancellation);
        var rules = await privates.RulesAsync(cancellation);
        var choices = new List<SplitChoiceView>();
        foreach (var there in wanted)
        {
            if (said.GetValueOrDefault(there.Post) is not { Erased: null } words)
                continue;
            var going = await reading.GoingAsync(conversation, there.Post, cancellation);
            if (SplitRules.WhyNot(conversation, going) is not { } why)
                choices.Add(new SplitChoiceView(there.Post.Value, NetworkNames.Of(words.Post.Author), Shortened.Of(rules.AtAGlance(words.Post.Text, conversation.Id).Text, MostText), there.At, going.Count - 1));
            else if (post is not null)
                refused ??= why;
        }

        var question = await asked.OfAsync(conversation, cancellation);
        return Answer.PageWithStatus<SplittingPage>(
            refused is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
            (nameof(SplittingPage.View), new SplittingView(
                id, question is null ? null : NetworkNames.Of(question.Author), choices, refused is null ? null : (string)texts[refused])));
    }
}
