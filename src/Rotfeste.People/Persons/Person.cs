using System.Security.Cryptography;
using NodaTime;
using Rotfeste.Platform.Callers;

namespace Rotfeste.People.Persons;

/// <summary>
/// A person who signs in, in as many organisations as it may be. Not versioned: a wrong password counts itself while
/// the person is saved elsewhere, and neither may fail the other.
/// </summary>
internal sealed class Person
{
    public const int LongestName = 100;
    public const int LongestFirstName = 40;
    public const int MostWrong = 5;

    public static readonly Duration WrongWindow = Duration.FromMinutes(15);

    private Person()
    {
    }

    public PersonId Id { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>What stands under an answer; the person may correct it («Anne Lise»).</summary>
    public string FirstName { get; private set; } = "";

    /// <summary>As it was typed.</summary>
    public string Email { get; private set; } = "";

    /// <summary>As it is compared; unique.</summary>
    public string EmailKey { get; private set; } = "";

    /// <summary>Null for one who comes in by passkey or mail link only.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes when every session shall end.</summary>
    public string SecurityStamp { get; set; } = NewStamp();

    /// <summary>The person's own choice, or null.</summary>
    public string? Language { get; private set; }

    /// <summary>The person's own choice, or null.</summary>
    public string? Theme { get; private set; }

    public Instant CreatedAt { get; private init; }

    public int WrongPasswords { get; set; }

    public Instant? WrongSince { get; set; }

    public Instant? LockedUntil { get; set; }

    public static Person Make(PersonId id, string name, string email, string? language, Instant at) =>
        new()
        {
            Id = id,
            Name = name,
            FirstName = FirstWord(name),
            Email = email,
            EmailKey = EmailAddress.KeyOf(email),
            Language = language,
            CreatedAt = at,
        };

    public void CallYourself(string name, string firstName)
    {
        Name = name;
        FirstName = firstName.Length > 0 ? firstName : FirstWord(name);
    }

    public void Look(string? language, string? theme)
    {
        Language = language ?? Language;
        Theme = theme ?? Theme;
    }

    /// <summary>A new password ends every session, and what was wrong before it counts no longer.</summary>
    public void TakePassword(string hash)
    {
        PasswordHash = hash;
        WrongPasswords = 0;
        WrongSince = null;
        LockedUntil = null;
        EndSessions();
    }

    public void EndSessions() => SecurityStamp = NewStamp();

    private static string FirstWord(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? name;

    private static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}
