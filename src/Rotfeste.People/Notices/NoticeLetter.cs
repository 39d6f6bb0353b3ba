using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Codes;
using Rotfeste.People.Mails;
using Rotfeste.People.Organisations;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.People.Notices;

/// <summary>
/// Writes a letter of notices in its reader's language: a sentence and a link each. The links sign in, once within 14 days;
/// nothing is agreed to or answered by opening one.
/// </summary>
internal sealed class NoticeLetter(AppDb db, NoticeWords words, CodeBook codes, LinkMail links, IServiceProvider services, IStringLocalizer<Texts> texts)
{
    private const int Most = 20;
    private const int LongestSubject = 120;

    /// <summary>Null where nothing is left to say.</summary>
    public async Task<(string Subject, string Body)?> WriteAsync(
        OrganisationId organisation, Person reader, IReadOnlyList<WrittenNotice> notices, CancellationToken cancellation)
    {
        var us = await db.Set<Organisation>().AsNoTracking().FirstAsync(o => o.Id == organisation, cancellation);
        return Spoken.In(reader.Language ?? us.Language, () => Write(us, reader, notices));
    }

    private (string Subject, string Body)? Write(Organisation us, Person reader, IReadOnlyList<WrittenNotice> notices)
    {
        var said = notices.Select(n => (n.Id, Words: words.Say(services, n.Kind, n.Values))).Where(n => n.Words is not null).ToList();
        if (said.Count == 0)
            return null;

        var code = codes.Add(CodePurpose.Notice, reader.Id, LinkMail.NoticeLife);
        string Link(string page) => links.Address($"sign-in/link/{code}?return=/{us.Slug}/{page}");
        var body = new StringBuilder().Append(texts["Mail.Greeting", reader.FirstName]).Append("\n\n");
        foreach (var (id, sentence) in said.Take(Most))
            body.Append(CultureInfo.InvariantCulture, $"{sentence}\n{Link($"notices/{id}")}\n\n");
        if (said.Count > Most)
            body.Append(CultureInfo.InvariantCulture, $"{texts.Count("Mail.More", said.Count - Most)}\n{Link("notices")}\n\n");
        body.Append(texts["Mail.Links"]).Append("\n\n-- \n").Append(texts["Mail.Choose", us.Name]).Append('\n').Append(links.Address($"{us.Slug}/profile"));
        return (said.Count == 1 ? Cut(said[0].Words!) : texts.Count("Mail.Subject", said.Count, us.Name).Value, body.ToString());
    }

    private static string Cut(string sentence) =>
        sentence.Length <= LongestSubject ? sentence : string.Concat(sentence.AsSpan(0, LongestSubject - 1), "…");
}
