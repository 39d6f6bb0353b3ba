using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Rotfeste.Platform.Ui.Times;

namespace Rotfeste.Tests.Platform.Ui;

public sealed class MomentTests
{
    // Half past midnight on 1 December in Oslo is still 30 November in UTC.
    private static readonly ZonedDateTime Now = Instant.FromUtc(2026, 11, 30, 23, 30).InZone(DateTimeZoneProviders.Tzdb["Europe/Oslo"]);

    [Theory]
    [InlineData("nb-NO", 0, "kl. 0.30")]
    [InlineData("nb-NO", -1, "i går kl. 23.30")]
    [InlineData("nn-NO", 24, "i morgon kl. 0.30")]
    [InlineData("da-DK", -48, "29. november kl. 0.30")]
    [InlineData("en-GB", -1, "yesterday at 11.30 pm")]
    [InlineData("en-GB", 12, "at 12.30 pm")]
    [InlineData("nb-NO", 24 * 31, "1. januar 2027 kl. 0.30")]
    public void A_time_is_said_as_people_say_it(string culture, int hours, string said)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        Moment.Say(Now.Plus(Duration.FromHours(hours)), Now, Words()).ShouldBe(said);
    }

    private static IStringLocalizer Words()
    {
        var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddLocalization();
        return services.BuildServiceProvider().GetRequiredService<IStringLocalizer<Texts>>();
    }
}
