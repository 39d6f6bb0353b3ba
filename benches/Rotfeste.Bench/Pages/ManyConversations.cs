using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Bench.Grounds;
using Rotfeste.Bench.Ingest;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Bench.Pages;

/// <summary>
/// Writes conversations of four years: some wait for us, some for the other side, most are closed; each with one to four posts and, where
/// it is answered, an answer. From one seed always the same.
/// </summary>
/// <param name="all">How many.</param>
/// <param name="waiting">How many of them wait for us.</param>
/// <param name="answerers">Who takes and answers them, in turn.</param>
internal sealed class ManyConversations(Founded founded, AppDb db, int all, int waiting, IReadOnlyList<PersonId> answerers)
{
    /// <summary>Raised when other rows are written, so that what is kept is written anew.</summary>
    public const int Edition = 2;

    private const int Theirs = 8_000;
    private const int Chunk = 2_000;
    private readonly Random random = new(20_261_122);
    private readonly Instant now = SystemClock.Instance.GetCurrentInstant();

    /// <summary>100,000, of which 2,000 wait for us.</summary>
    public static async Task WriteAsync(Founded founded, IServiceProvider services) =>
        await new ManyConversations(founded, services.GetRequiredService<AppDb>(), 100_000, 2_000, [founded.Owner]).WriteAsync();

    public async Task WriteAsync()
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await db.WriteAsync(
            async () =>
            {
                for (var number = 0; number < all; number++)
                {
                    Add(number);
                    if (number % Chunk != Chunk - 1)
                        continue;
                    await db.SaveChangesAsync();
                    db.ChangeTracker.Clear();
                }
            },
            default);
    }

    private void Add(int number)
    {
        var author = $"did:plc:{number:D24}";
        var root = $"at://{author}/app.bsky.feed.post/{number:D13}";
        var at = now - Age(number);
        var conversation = Conversation.Open(ConversationId.New(), founded.Organisation, founded.Channel, root, $"{number:x32}");
        var posts = 1 + random.Next(4);
        for (var post = 0; post < posts; post++)
            Receive(conversation, author, root, post, at + Duration.FromMinutes(post * 7));
        if (number < waiting && number % 3 == 0)
            conversation.Take(By(number), now);
        if (number >= waiting)
            Answer(conversation, By(number), at + Duration.FromMinutes(45));
        if (number >= waiting + Theirs)
            conversation.Close(ConversationOutcome.Answered, By(number), at + Duration.FromHours(2));
        db.Add(conversation);
    }

    private PersonId By(int number) => answerers[number % answerers.Count];

    private Duration Age(int number) => number < waiting
        ? Duration.FromMinutes(30 + random.Next(48 * 60))
        : Duration.FromHours(3 + random.Next(4 * 365 * 24));

    private void Receive(Conversation conversation, string author, string root, int number, Instant at)
    {
        var reference = number == 0 ? null : new PostReference(root, "bafyreihbench");
        var post = KeptPost.From(
            new NetworkPost(
                "bluesky", number == 0 ? root : $"{root}{number}", "bafyreihbench", null,
                new NetworkAuthor(author, $"innbygger{author[^6..]}.example.org", "Ola Innbygger"), Text(), false,
                ["nb"], at, reference, reference, null, [Founded.Account], [], [], null),
            founded.Organisation, conversation.AuthorKey, isOurs: false, now);
        db.Add(post);
        conversation.Receive(post.Id, at, out _);
    }

    private void Answer(Conversation conversation, PersonId by, Instant at)
    {
        var order = ItemId.New();
        var seen = conversation.LastNumber;
        var number = conversation.Answer(order, by, at);
        var answer = WrittenAnswer.Of(conversation, number, order, new AnswerInput(Text(), "– Kari", seen), by, at, at);
        answer.WasSent(at);
        conversation.AnswerWasSent(order, seen, at);
        db.Add(answer);
    }

    private string Text()
    {
        var pool = Words.Languages[random.Next(3)].Pool;
        return string.Join(' ', Enumerable.Range(0, 8 + random.Next(40)).Select(_ => pool[random.Next(pool.Length)]));
    }
}
