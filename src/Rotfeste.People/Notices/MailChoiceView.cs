namespace Rotfeste.People.Notices;

/// <summary>When notices come by mail.</summary>
/// <param name="CanMail">A mail server is set up.</param>
/// <param name="Way">"AtOnce", "Daily" or "Never".</param>
/// <param name="DailyHour">0 to 23.</param>
/// <param name="QuietFrom">0 to 23.</param>
/// <param name="QuietTo">0 to 23.</param>
/// <param name="Urgent">What is urgent comes in quiet hours too.</param>
/// <param name="IsSaved">Saved just now.</param>
public sealed record MailChoiceView(bool CanMail, string Way, int DailyHour, int QuietFrom, int QuietTo, bool Urgent, bool IsSaved);
