using System.Security.Cryptography;
using System.Text;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Matching.Numbers;

namespace Rotfeste.Dialogue.Numbers;

/// <summary>What counts as private for one organisation.</summary>
/// <param name="Key">Of the organisation alone, for <see cref="CodeOf"/>.</param>
/// <param name="SafePlace">Where private matters belong; empty until it is set.</param>
/// <param name="Own">Numbers that are public.</param>
/// <param name="Alarms">What was no private number after all.</param>
internal sealed record PrivateRules(byte[] Key, string SafePlace, OwnNumbers Own, IReadOnlySet<(ConversationId Conversation, string Code)> Alarms)
{
    // Nothing that is hidden has fewer digits; most posts have none.
    private const int FewestDigits = 6;

    /// <summary>Everything found that is neither the organisation's own nor marked as a false alarm in this conversation.</summary>
    public IReadOnlyList<PrivateFind> FindsIn(string text, ConversationId conversation)
    {
        if (!MayHold(text))
            return [];
        var finds = PrivateText.Find(text);
        return finds.Count == 0 ? finds : [.. finds.Where(f => !Own.Knows(text, f) && !Alarms.Contains((conversation, CodeOf(text, f))))];
    }

    /// <summary>
    /// As those see it who did not ask to read it: lists, finds, the leaders' table. A street stays: it is mostly where something
    /// happened, and without it nobody knows what is talked about.
    /// </summary>
    public HiddenText AtAGlance(string text, ConversationId conversation) => Hide(text, conversation, PrivateKind.Email);

    /// <summary>As it stands in the open conversation: numbers of persons, cards and accounts are shown on purpose alone.</summary>
    public HiddenText InThread(string text, ConversationId conversation) => Hide(text, conversation, PrivateKind.Iban);

    /// <summary>Stands for a number where it must be known again; without the key it tells nothing.</summary>
    public string CodeOf(string text, PrivateFind find) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{find.Kind} {PrivateText.Value(text, find)}")).AsSpan(0, 16));

    // Most who write to us begin with our handle: an at sign says mail only where something stands right before it.
    private static bool MayHold(string text)
    {
        var digits = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '@' && at > 0 && !char.IsWhiteSpace(text[at - 1]))
                return true;
            if (char.IsDigit(text[at]) && ++digits >= FewestDigits)
                return true;
        }

        return false;
    }

    private HiddenText Hide(string text, ConversationId conversation, PrivateKind last)
    {
        var finds = FindsIn(text, conversation).Where(f => f.Kind <= last && f.Kind != PrivateKind.StreetAddress).ToList();
        return finds.Count == 0 ? new HiddenText(text, []) : new HiddenText(PrivateText.Mask(text, finds), finds);
    }
}

/// <summary>A text in which what is private stands as dots.</summary>
/// <param name="Text">As long as the text it was made of.</param>
/// <param name="Finds">What is hidden.</param>
internal sealed record HiddenText(string Text, IReadOnlyList<PrivateFind> Finds)
{
    /// <summary>Keys of the words for what is hidden, each once.</summary>
    public IReadOnlyList<string> Keys => [.. Finds.Select(f => KeyOf(f.Kind)).Distinct(StringComparer.Ordinal)];

    /// <summary>"Person", "Card", "Account", "Telephone", "Email" or "Address": several kinds are one to people.</summary>
    public static string KeyOf(PrivateKind kind) => kind switch
    {
        <= PrivateKind.FinnishPerson => "Person",
        PrivateKind.PaymentCard => "Card",
        PrivateKind.NorwegianAccount or PrivateKind.Iban => "Account",
        PrivateKind.Telephone => "Telephone",
        PrivateKind.Email => "Email",
        _ => "Address",
    };
}
