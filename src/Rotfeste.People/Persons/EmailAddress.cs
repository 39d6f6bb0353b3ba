using System.Net.Mail;

namespace Rotfeste.People.Persons;

/// <summary>Reads what people type as a mail address.</summary>
internal static class EmailAddress
{
    public const int Longest = 254;

    /// <summary>The address without white space round it, or null where it is none.</summary>
    public static string? Read(string? typed)
    {
        var trimmed = typed?.Trim() ?? "";
        if (trimmed.Length is 0 or > Longest || trimmed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return null;

        // MailAddress also takes «Kari <kari@fjordvik.no>»; only the bare address is meant here.
        return MailAddress.TryCreate(trimmed, out var address) && address.Address == trimmed ? trimmed : null;
    }

    /// <summary>How addresses are compared: no mail server in use tells capitals apart.</summary>
    public static string KeyOf(string email) => email.Trim().ToLowerInvariant();
}
