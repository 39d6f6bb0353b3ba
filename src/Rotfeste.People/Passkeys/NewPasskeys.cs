using Microsoft.AspNetCore.Identity;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Callers;

namespace Rotfeste.People.Passkeys;

/// <summary>A passkey that a browser just made, for the person it was made for.</summary>
internal sealed record NewPasskey(PersonId Person, UserPasskeyInfo Key);

/// <summary>Has browsers make passkeys. The challenge lies in a short-lived, encrypted cookie.</summary>
internal sealed class NewPasskeys(SignInManager<Person> signIn)
{
    /// <summary>What the browser's WebAuthn wants to know, as JSON.</summary>
    public Task<string> OptionsAsync(PersonId person, string email, string name) =>
        signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = person.ToString(), Name = email, DisplayName = name });

    /// <summary>The passkey in the browser's answer, or null where the answer is not to our question.</summary>
    public async Task<NewPasskey?> ReadAsync(string credential)
    {
        try
        {
            var result = await signIn.PerformPasskeyAttestationAsync(credential);
            return result.Succeeded && Guid.TryParse(result.UserEntity.Id, out var person)
                ? new NewPasskey(new PersonId(person), result.Passkey)
                : null;
        }
        catch (InvalidOperationException)
        {
            // No question was asked in this browser, or too long ago.
            return null;
        }
    }
}
