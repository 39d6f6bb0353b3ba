using System.Text;
using Microsoft.AspNetCore.Http;
using Rotfeste.Platform.Web;

namespace Rotfeste.Agreements.Records;

/// <summary>Reads what people wrote: line ends of one kind, no control characters, which a database may refuse, and no half signs.</summary>
internal static class FormWords
{
    public static string Words(this IFormCollection form, string field) => Clean(form.Text(field));

    public static string Clean(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Where(r => r.Value is '\n' or '\t' || !Rune.IsControl(r))).Trim();
}
