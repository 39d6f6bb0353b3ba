using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Calling;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.People.Profiles;

/// <summary>Language and theme follow the person to the next browser, and into mails.</summary>
internal sealed class KeepLook(AppDb db, KnownPeople known) : IKeepLook
{
    public async Task KeepAsync(HttpContext context, string? language, string? theme)
    {
        if (context.User.Person() is not { } id || await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == id) is not { } person)
            return;

        person.Look(language, theme);
        known.ForgetAfter(db);
        await db.SaveChangesAsync(context.RequestAborted);
    }
}
