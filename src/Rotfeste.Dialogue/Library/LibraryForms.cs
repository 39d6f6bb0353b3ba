using NodaTime;
using NodaTime.Text;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Microsoft.EntityFrameworkCore;

namespace Rotfeste.Dialogue.Library;

/// <summary>Fills in the form of an answer: from the library, from what was typed, or from a conversation with its persons taken out.</summary>
internal sealed class LibraryForms(
    AppDb db, LibraryReading reading, ConversationDoor door, AskedPost asked, PrivateReading privates, Colleagues colleagues, Organisations organisations,
    CurrentCaller caller, IClock clock)
{
    private const int MonthsToReview = 6;

    /// <summary>An empty one, looked at again in half a year by whoever writes it.</summary>
    public async Task<LibraryFormView> EmptyAsync(CancellationToken cancellation)
    {
        var me = caller.Required;
        var language = (await organisations.FindAsync(me.Organisation, cancellation))?.Language ?? "nb";
        return await WithAsync(
            null, new LibraryInput("", "", "", language, "", me.Person.Value, LocalDatePattern.Iso.Format(Today.PlusMonths(MonthsToReview))), [], cancellation);
    }

    /// <summary>An answer that we gave, with its conversation; null where the reader may not see it.</summary>
    public async Task<(WrittenAnswer Answer, Conversation Conversation)?> GivenAsync(Guid? answer, CancellationToken cancellation)
    {
        var wanted = AnswerId.From(answer ?? Guid.Empty);
        return await db.Set<WrittenAnswer>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == wanted, cancellation) is { } written
            && await door.LookAsync(written.Conversation.Value, cancellation) is { } conversation
            ? (written, conversation)
            : null;
    }

    /// <summary>From an answer that we gave; null where the reader may not see it.</summary>
    public async Task<LibraryFormView?> FromAnswerAsync(Guid answer, CancellationToken cancellation)
    {
        if (await GivenAsync(answer, cancellation) is not var (written, conversation))
            return null;

        var post = await asked.OfAsync(conversation, cancellation);
        var own = (await privates.RulesAsync(cancellation)).Own;
        List<string> names = post is null ? [] : [post.Author.DisplayName, post.Author.Handle];
        var question = TakenOut.Of(post?.Text.ReplaceLineEndings(" ") ?? "", names, own);
        var text = TakenOut.Of(written.Text, names, own);
        var empty = await EmptyAsync(cancellation);
        return empty with
        {
            Question = Shortened.Of(question.Text, LibraryAnswer.LongestQuestion - 1),
            Text = text.Text,
            From = answer,
            TakenOut = [.. question.Counts.Concat(text.Counts).GroupBy(c => c.Key).Select(g => new TakenOutView(g.Key, g.Sum(c => c.Value)))],
        };
    }

    public Task<LibraryFormView> OfAsync(LibraryAnswer answer, CancellationToken cancellation) => WithAsync(
        answer,
        new LibraryInput(
            answer.Topic, answer.Question, answer.Text, answer.Language, answer.Sources, answer.Owner.Value, LocalDatePattern.Iso.Format(answer.ReviewOn)),
        [],
        cancellation);

    public async Task<LibraryFormView> WithAsync(
        LibraryAnswer? answer, LibraryInput input, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var topics = (await reading.AllAsync(cancellation)).Select(a => a.Topic).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCulture);
        var me = caller.Required;
        return new LibraryFormView(
            answer?.Id, input.Topic, input.Question, input.Text, input.Language, input.Sources, input.Owner, input.ReviewOn,
            await OwnersAsync(cancellation), [.. topics], refusals)
        {
            Used = answer?.Used ?? 0,
            Open = answer is { PublicSince: not null, Slug: { } slug } ? new OpenView(me.To($"answers/{slug}"), answer.Helped, answer.DidNotHelp) : null,
            MayWrite = me.May.Contains(Access.Answer),
            From = input.From,
        };
    }

    public async Task<IReadOnlyList<OwnerView>> OwnersAsync(CancellationToken cancellation) =>
        [.. (await colleagues.AllAsync(cancellation)).Select(c => new OwnerView(c.Person.Value, c.Name))];

    public LocalDate Today => clock.GetCurrentInstant().InZone(caller.Required.Zone).Date;
}
