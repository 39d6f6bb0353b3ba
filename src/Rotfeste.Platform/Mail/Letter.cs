namespace Rotfeste.Platform.Mail;

/// <summary>A mail in plain text.</summary>
/// <param name="Id">Stays the same over repeats, so that the recipient's mail program can drop a doubled one.</param>
/// <param name="To">A bare address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text; may hold single-use links, so it is never logged.</param>
public sealed record Letter(Guid Id, string To, string Subject, string Body);

/// <summary>What came of handing a mail over.</summary>
public enum MailOutcome
{
    /// <summary>The mail server has it.</summary>
    Taken,

    /// <summary>Not reached, or busy: try again later.</summary>
    NotNow,

    /// <summary>The mail server will not have it, now or later.</summary>
    Refused,
}

/// <summary>Hands a mail to the mail server.</summary>
public interface ISendMail
{
    /// <summary>Waits for the mail server: never inside a write.</summary>
    Task<MailOutcome> SendAsync(Letter letter, CancellationToken cancellation);
}
