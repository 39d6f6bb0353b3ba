using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Codes;
using Rotfeste.People.Organisations;
using Rotfeste.People.Passkeys;
using Rotfeste.People.Passwords;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.People.Setup;

/// <summary>What must be mended on the set-up page, all at once.</summary>
internal sealed class SetUpCheck(AppDb db, CodeBook codes, PasswordCheck passwords, IStringLocalizer<Texts> texts)
{
    public async Task<IReadOnlyList<Refusal>> RefuseAsync(SetUpInput input, NewPasskey? passkey, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (!await codes.OpensAsync(CodePurpose.Setup, SetupCodes.Plain(input.Code), cancellation))
            refusals.Add(new("code", texts["Refused.Code"]));
        RefuseOrganisation(input, refusals);
        RefusePerson(input, refusals);
        if (await RefuseProofAsync(input, passkey, cancellation) is { } refusal)
            refusals.Add(refusal);
        return refusals;
    }

    private void RefuseOrganisation(SetUpInput input, List<Refusal> refusals)
    {
        if (input.Organisation.Length is 0 or > Organisation.LongestName)
            refusals.Add(new("organisation", texts["Refused.Organisation", Organisation.LongestName]));
        if (input.Kind is null)
            refusals.Add(new("kind", texts["Refused.Kind"]));
        if (input.Country is null)
            refusals.Add(new("country", texts["Refused.Country"]));
        else if (input.ZoneThere is null)
            refusals.Add(new("zone", texts["Refused.Zone"]));
        if (input.Language.Length == 0)
            refusals.Add(new("language", texts["Refused.Language"]));
    }

    private void RefusePerson(SetUpInput input, List<Refusal> refusals)
    {
        if (input.Name.Length is 0 or > Person.LongestName)
            refusals.Add(new("name", texts["Refused.Name", Person.LongestName]));
        if (EmailAddress.Read(input.Email) is null)
            refusals.Add(new("email", texts["Refused.Email"]));
    }

    private async Task<Refusal?> RefuseProofAsync(SetUpInput input, NewPasskey? passkey, CancellationToken cancellation)
    {
        if (input.Credential.Length == 0)
            return passwords.Refuse(input.Password, input.Organisation, input.Name, input.Email);
        return passkey is null || await db.Set<Person>().AnyAsync(p => p.Id == passkey.Person, cancellation)
            ? new Refusal("password", texts["Refused.Passkey"])
            : null;
    }
}
