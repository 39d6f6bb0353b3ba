using System.Text;
using System.Text.Json;

namespace Rotfeste.People.Webhooks;

/// <summary>A sentence and a link in the form that each service documents.</summary>
internal static class WebhookPayload
{
    /// <param name="kind">Whose form.</param>
    /// <param name="sentence">Plain text; nothing in it is read as markup.</param>
    /// <param name="link">The whole address.</param>
    /// <param name="linkText">What the link says.</param>
    public static byte[] Write(WebhookKind kind, string sentence, string link, string linkText) => JsonSerializer.SerializeToUtf8Bytes(
        kind == WebhookKind.Slack ? Slack(sentence, link, linkText) : Teams(sentence, link, linkText));

    // Slack reads &, < and > as markup, and "<!channel>" would ring everybody.
    private static object Slack(string sentence, string link, string linkText) =>
        new { text = $"{Plain(sentence)}\n<{link}|{Plain(linkText)}>" };

    // A TextRun is plain text; a TextBlock would be read as Markdown.
    private static Dictionary<string, object?> Teams(string sentence, string link, string linkText) => new()
    {
        ["type"] = "message",
        ["attachments"] = new[]
        {
            new Dictionary<string, object?>
            {
                ["contentType"] = "application/vnd.microsoft.card.adaptive",
                ["contentUrl"] = null,
                ["content"] = new Dictionary<string, object?>
                {
                    ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                    ["type"] = "AdaptiveCard",
                    ["version"] = "1.4",
                    ["body"] = new[] { new { type = "RichTextBlock", inlines = new[] { new { type = "TextRun", text = sentence } } } },
                    ["actions"] = new[] { new { type = "Action.OpenUrl", title = linkText, url = link } },
                },
            },
        },
    };

    private static string Plain(string text) =>
        new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();
}
