using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using NodaTime.Text;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Library;

/// <summary>What was typed about an answer of the library.</summary>
internal sealed record LibraryInput(string Topic, string Question, string Text, string Language, string Sources, Guid Owner, string ReviewOn, Guid? From = null)
{
    public static LibraryInput Of(IFormCollection form) => new(
        form.Text("topic"),
        form.Text("question"),
        form.Text("text").ReplaceLineEndings("\n"),
        form.Text("language"),
        form.Text("sources").ReplaceLineEndings("\n"),
        Guid.TryParse(form.Text("owner"), out var owner) ? owner : Guid.Empty,
        form.Text("reviewOn"),
        Guid.TryParse(form.Text("from"), out var from) ? from : null);

    /// <summary>Null where something must be mended.</summary>
    public LibraryWords? Read(IReadOnlyList<OwnerView> owners) =>
        IsSound && LocalDatePattern.Iso.Parse(ReviewOn) is { Success: true, Value: var day } && owners.Any(o => o.Person == Owner)
            ? new LibraryWords(Topic, Question, Text, Language, Sources, PersonId.From(Owner), day)
            : null;

    public IEnumerable<Refusal> Check(IReadOnlyList<OwnerView> owners, IStringLocalizer<Texts> texts)
    {
        if (Question.Length is 0 or > LibraryAnswer.LongestQuestion)
            yield return new Refusal("question", texts["Refused.Question", LibraryAnswer.LongestQuestion]);
        if (Text.Length is 0 or > LibraryAnswer.LongestText)
            yield return new Refusal("text", texts["Refused.Text", LibraryAnswer.LongestText]);
        if (Topic.Length is 0 or > LibraryAnswer.LongestTopic)
            yield return new Refusal("topic", texts["Refused.Topic", LibraryAnswer.LongestTopic]);
        if (Sources.Length > LibraryAnswer.LongestSources)
            yield return new Refusal("sources", texts["Refused.Sources", LibraryAnswer.LongestSources]);
        if (!IsKnownLanguage)
            yield return new Refusal("language", texts["Refused.Language"]);
        if (owners.All(o => o.Person != Owner))
            yield return new Refusal("owner", texts["Refused.Owner"]);
        if (!LocalDatePattern.Iso.Parse(ReviewOn).Success)
            yield return new Refusal("reviewOn", texts["Refused.ReviewOn"]);
    }

    private bool IsKnownLanguage => Rotfeste.Platform.Ui.Languages.Language.All.Any(l => l.Code == Language);

    private bool IsSound => Question.Length is > 0 and <= LibraryAnswer.LongestQuestion && Text.Length is > 0 and <= LibraryAnswer.LongestText
        && Topic.Length is > 0 and <= LibraryAnswer.LongestTopic && Sources.Length <= LibraryAnswer.LongestSources && IsKnownLanguage;
}
