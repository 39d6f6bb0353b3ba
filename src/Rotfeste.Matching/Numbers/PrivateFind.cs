namespace Rotfeste.Matching.Numbers;

/// <summary>What was found: a number of a person, money, or a way to reach somebody.</summary>
public enum PrivateKind
{
    /// <summary>Norwegian fødselsnummer, D-, H- or synthetic number, also by the control digits valid from 2032.</summary>
    NorwegianPerson,

    /// <summary>Danish CPR, with or without modulus 11.</summary>
    DanishPerson,

    /// <summary>Swedish personnummer or samordningsnummer.</summary>
    SwedishPerson,

    /// <summary>Finnish henkilötunnus.</summary>
    FinnishPerson,

    /// <summary>A payment card.</summary>
    PaymentCard,

    /// <summary>A Norwegian account of eleven digits.</summary>
    NorwegianAccount,

    /// <summary>An IBAN of any country in the register.</summary>
    Iban,

    /// <summary>A telephone number.</summary>
    Telephone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A street with its house number, the postal place too where it follows.</summary>
    StreetAddress,
}

/// <summary>How sure a find is.</summary>
public enum Certainty
{
    /// <summary>The check rule holds, but nothing else speaks for it: mask it, ask nobody.</summary>
    Possible,

    /// <summary>Check rule or form, and nothing that speaks against it.</summary>
    Likely,

    /// <summary>Form and check rule, or a word beside it that says so.</summary>
    Certain,
}

/// <summary>What a find does to a text that is about to go out.</summary>
public enum Sending
{
    /// <summary>Nothing.</summary>
    Passes,

    /// <summary>The sender is asked first; an organisation's own number or address need not be asked about.</summary>
    Asks,

    /// <summary>It cannot be sent.</summary>
    Refused,
}

/// <summary>One find, as a range of UTF-16 units of the text as it was given.</summary>
/// <param name="Start">First unit.</param>
/// <param name="Length">Units, separators inside included.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Certainty">How sure that is.</param>
public readonly record struct PrivateFind(int Start, int Length, PrivateKind Kind, Certainty Certainty)
{
    /// <summary>One past the last unit.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is the number of a person.</summary>
    public bool IsPerson => Kind <= PrivateKind.FinnishPerson;

    /// <summary>Numbers of persons and cards are refused, the rest is asked about; what is merely possible passes.</summary>
    public Sending OnSending =>
        Certainty == Certainty.Possible ? Sending.Passes
        : Kind <= PrivateKind.PaymentCard ? Sending.Refused
        : Sending.Asks;
}
