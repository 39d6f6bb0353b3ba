using System.Text.Json;

namespace Rotfeste.Dialogue.Examples;

/// <summary>A conversation of the invented municipality, as it stands in conversations.json.</summary>
/// <param name="Name">Who asks.</param>
/// <param name="MinutesAgo">When the first post was written.</param>
/// <param name="Text">The first post.</param>
/// <param name="Taken">First part of the mail address of who has it, or null.</param>
/// <param name="Turns">What followed.</param>
/// <param name="End">"refused", "erased", an outcome, or null where it is open.</param>
/// <param name="Root">The post that the thread began with, or null.</param>
/// <param name="Likes">How many like the first post.</param>
internal sealed record ExampleConversation(
    string Name, int MinutesAgo, string Text, string? Taken, IReadOnlyList<ExampleTurn>? Turns, string? End, ExampleRoot? Root, int? Likes)
{
    private const string Resource = "Rotfeste.Dialogue.Examples.conversations.json";

    public static IReadOnlyList<ExampleConversation> All()
    {
        using var stream = typeof(ExampleConversation).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        return JsonSerializer.Deserialize<List<ExampleConversation>>(stream, JsonSerializerOptions.Web)!;
    }

    /// <summary>"olabrekke.example": the end belongs to nobody.</summary>
    public string Handle => HandleOf(Name);

    public static string HandleOf(string name) => string.Concat(name.ToLowerInvariant().Select(Plain).Where(char.IsAsciiLetter)) + ".example";

    private static char Plain(char letter) => letter switch
    {
        'å' => 'a',
        'ø' => 'o',
        'æ' => 'e',
        _ => letter,
    };
}

/// <summary>Something said later: by us, or by the one who asked where <paramref name="By"/> is null.</summary>
internal sealed record ExampleTurn(string? By, int After, string Text);

/// <summary>The first post of a thread that somebody joined.</summary>
internal sealed record ExampleRoot(string Name, string Text, int MinutesBefore);
