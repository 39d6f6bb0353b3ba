using Microsoft.AspNetCore.Http;
using Rotfeste.Platform.Web;

namespace Rotfeste.Agreements.Records;

/// <summary>Reads what people wrote: line ends of one kind, and no control characters, which a database may refuse.</summary>
internal static class FormWords
{
    public static string Words(this IFormCollection form, string field) => Clean(form.Text(field));

    public static string Clean(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c))).Trim();
}
