using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.People.Passwords;

/// <summary>Checks a new password, says in words what is wrong, and makes the hash that is kept.</summary>
internal sealed class PasswordCheck(IStringLocalizer<Texts> texts, IPasswordHasher<Person> hasher)
{
    public const string Field = "password";

    /// <summary>What must be mended, or null.</summary>
    public Refusal? Refuse(string password, params string?[] names)
    {
        var flaw = PasswordRules.Check(password, names);
        return flaw is null ? null : new Refusal(Field, texts[$"Flaw.{flaw}", password.Length, PasswordRules.Shortest]);
    }

    public string Hash(Person person, string password) => hasher.HashPassword(person, password);
}
