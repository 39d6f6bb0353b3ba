using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Presences;

/// <summary>What an open page says of its person.</summary>
internal enum Sign
{
    /// <summary>Has it open and in sight.</summary>
    Looking,

    /// <summary>Is writing an answer.</summary>
    Writing,

    /// <summary>Has left it.</summary>
    Gone,
}

/// <summary>Somebody who has a conversation open.</summary>
/// <param name="Person">Who.</param>
/// <param name="IsWriting">An answer is being written.</param>
internal sealed record Present(PersonId Person, bool IsWriting);

/// <summary>
/// Who has which conversation open right now. It lies in memory alone and runs out by itself: a page that says nothing more is gone, and
/// nothing tells afterwards that anybody was there.
/// </summary>
internal sealed class PresentPeople(IClock clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<ConversationId, Dictionary<PersonId, Said>> said = [];
    private Instant sweptAt;

    /// <summary>So long is somebody there after the last sign; a page gives one every 20 seconds.</summary>
    public static readonly Duration LooksFor = Duration.FromSeconds(45);

    /// <summary>So long is somebody writing after the last sign of it; a page gives one every 12 seconds.</summary>
    public static readonly Duration WritesFor = Duration.FromSeconds(20);

    /// <summary>Takes in a sign. True when others see something else than before.</summary>
    public bool Note(ConversationId conversation, PersonId person, Sign sign)
    {
        var now = clock.GetCurrentInstant();
        lock (gate)
        {
            Sweep(now);
            if (!said.TryGetValue(conversation, out var here))
                said[conversation] = here = [];
            var before = here.TryGetValue(person, out var last) ? At(person, last, now) : null;
            if (sign == Sign.Gone)
                here.Remove(person);
            else
                here[person] = new(now, sign == Sign.Writing);
            if (here.Count == 0)
                said.Remove(conversation);
            return before != (sign == Sign.Gone ? null : new Present(person, sign == Sign.Writing));
        }
    }

    /// <summary>Those who have it open now, those who came first in front.</summary>
    public IReadOnlyList<Present> Of(ConversationId conversation)
    {
        var now = clock.GetCurrentInstant();
        lock (gate)
            return said.TryGetValue(conversation, out var here) ? [.. here.Select(p => At(p.Key, p.Value, now)).OfType<Present>()] : [];
    }

    private static Present? At(PersonId person, Said last, Instant now) =>
        now - last.At > LooksFor ? null : new(person, last.IsWriting && now - last.At <= WritesFor);

    // Pages that went without a word leave nothing behind, not even here.
    private void Sweep(Instant now)
    {
        if (now - sweptAt < LooksFor)
            return;

        sweptAt = now;
        foreach (var (conversation, here) in said.ToList())
        {
            foreach (var (person, _) in here.Where(p => now - p.Value.At > LooksFor).ToList())
                here.Remove(person);
            if (here.Count == 0)
                said.Remove(conversation);
        }
    }

    private readonly record struct Said(Instant At, bool IsWriting);
}
