using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Ui.Times;

/// <summary>Says instants in the zone of whoever asks, all of one answer at one moment. Long lists say them without a component for each.</summary>
public sealed class SaidTimes
{
    private readonly IStringLocalizer<Texts> texts;
    private readonly CurrentCaller caller;
    private readonly IClock clock;
    private ZonedDateTime? now;

    internal SaidTimes(IStringLocalizer<Texts> texts, CurrentCaller caller, IClock clock) => (this.texts, this.caller, this.clock) = (texts, caller, clock);

    /// <summary>«i går kl. 9.05», or less of it.</summary>
    public string Say(Instant at, TimeForm form = TimeForm.Full)
    {
        var zone = caller.Value?.Zone ?? DateTimeZone.Utc;
        var moment = now is { } known && known.Zone == zone ? known : (now = clock.GetCurrentInstant().InZone(zone)).Value;
        var there = at.InZone(zone);
        return form switch
        {
            TimeForm.Clock => Moment.Clock(there.TimeOfDay),
            TimeForm.Date => Moment.Date(there.Date, moment.Date),
            _ => Moment.Say(there, moment, texts),
        };
    }
}
