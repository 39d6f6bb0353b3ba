using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Mails;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.People.Passwords;

/// <summary>Makes a single-use link to a new password, for whoever runs the installation to hand over.</summary>
internal sealed class MakeResetLink(AppDb db, LinkMail mail, LedgerWriter ledger)
{
    public async Task<string?> RunAsync(string email, CancellationToken cancellation)
    {
        var key = EmailAddress.KeyOf(email);
        if (await db.Set<Person>().FirstOrDefaultAsync(p => p.EmailKey == key, cancellation) is not { } person)
            return null;

        var link = mail.NewResetLink(person);
        ledger.WriteForInstallation("reset-link-made", by: null, new { person = person.Id });
        await db.SaveChangesAsync(cancellation);
        return link;
    }
}
