using Rotfeste.People.Contracts;

namespace Rotfeste.People.Memberships;

/// <summary>Makes the signature under an answer. A name stands there only with the person's own yes.</summary>
internal static class SignatureRules
{
    private const int MostInitials = 3;

    public static Signature Write(
        SignatureStyle style, NameChoice choice, string name, string firstName, string? publicUnit, string organisation)
    {
        if (style == SignatureStyle.Unit || choice == NameChoice.Shielded)
            return new Signature($"– {publicUnit ?? organisation}", MustAsk: false);
        if (choice == NameChoice.NotAsked)
            return new Signature("", MustAsk: true);
        if (style == SignatureStyle.Initials)
            return new Signature($"/{Initials(name)}", MustAsk: false);
        return new Signature(publicUnit is null ? $"– {firstName}" : $"– {firstName}, {publicUnit}", MustAsk: false);
    }

    private static string Initials(string name) => string.Concat(name
        .Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.FirstOrDefault(char.IsLetter))
        .Where(letter => letter != default)
        .Take(MostInitials)
        .Select(char.ToUpperInvariant));
}
