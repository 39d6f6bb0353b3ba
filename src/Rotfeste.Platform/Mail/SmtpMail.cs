using System.Net;
using System.Net.Mail;

namespace Rotfeste.Platform.Mail;

/// <summary>Mail over SMTP, as ROTFESTE_SMTP says: smtps:// asks for TLS, smtp:// takes what the server is.</summary>
internal sealed class SmtpMail(Settings settings) : ISendMail
{
    private const int PlainPort = 25;
    private const int TlsPort = 587;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<MailOutcome> SendAsync(Letter letter, CancellationToken cancellation)
    {
        using var client = Client(settings.Smtp ?? throw new InvalidOperationException("Mail is sent only where ROTFESTE_SMTP is set."));
        using var message = Message(letter);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
            return MailOutcome.Taken;
        }
        catch (SmtpException refused) when (IsForGood(refused.StatusCode))
        {
            return MailOutcome.Refused;
        }
        catch (SmtpException)
        {
            return MailOutcome.NotNow;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return MailOutcome.NotNow;
        }
    }

    private static SmtpClient Client(Uri smtp)
    {
        var secure = smtp.Scheme == "smtps";
        var client = new SmtpClient(smtp.Host, smtp.IsDefaultPort || smtp.Port < 0 ? (secure ? TlsPort : PlainPort) : smtp.Port) { EnableSsl = secure };
        if (smtp.UserInfo.Split(':', 2) is [{ Length: > 0 } user, var password])
            client.Credentials = new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
        return client;
    }

    private MailMessage Message(Letter letter)
    {
        // Text ends its lines with CR and LF in mail (RFC 2046, 4.1.1), also where base64 hides it.
        var body = letter.Body.ReplaceLineEndings("\r\n");
        var message = new MailMessage(settings.MailFrom ?? $"rotfeste@{settings.Address.Host}", letter.To, letter.Subject, body);
        message.Headers["Message-ID"] = $"<{letter.Id}@{settings.Address.Host}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        return message;
    }

    // 5xx about the address or the letter itself; a server that wants another sign-in may be mended, so that is tried again.
    private static bool IsForGood(SmtpStatusCode code) => code is SmtpStatusCode.MailboxUnavailable
        or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.ExceededStorageAllocation
        or SmtpStatusCode.TransactionFailed;
}
