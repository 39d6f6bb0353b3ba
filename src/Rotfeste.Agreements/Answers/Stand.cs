using Microsoft.AspNetCore.Http;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Records;
using Rotfeste.Platform.Web;

namespace Rotfeste.Agreements.Answers;

/// <summary>What was chosen and typed for one section, or for the whole page where the key is empty.</summary>
internal sealed record Stand(string Section, AnswerKind? Kind, string Reason)
{
    public static string Field(string section) => section.Length == 0 ? "stand" : $"stand.{section}";

    /// <summary>Each answer has a reason of its own: what is typed under one is not lost when another is looked at.</summary>
    public static string ReasonField(string section, AnswerKind kind) => section.Length == 0 ? $"reason.{kind}" : $"reason.{section}.{kind}";

    public static Stand Read(IFormCollection form, string section)
    {
        var kind = form.Named<AnswerKind>(Field(section));
        return new Stand(section, kind, kind is { } chosen and not AnswerKind.Agree ? form.Words(ReasonField(section, chosen)) : "");
    }
}
