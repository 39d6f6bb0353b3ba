using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Rotfeste.People.Contracts;

/// <summary>How soon a person should know.</summary>
public enum NoticeUrgency
{
    /// <summary>Good to know: mailed once a day at the most.</summary>
    Calm,

    /// <summary>As the person has chosen: within minutes, or once a day.</summary>
    Ordinary,

    /// <summary>Somebody has to act within the hour: mailed at once, also to those who have chosen once a day.</summary>
    Urgent,
}

/// <summary>
/// A kind of notice, declared by a room from its door: <c>services.AddSingleton(NoticeKind.Of&lt;Texts&gt;("initiative-asked", "Notice.Asked"))</c>.
/// </summary>
/// <param name="Name">Lasting and unique, "initiative-asked"; stored with each notice.</param>
/// <param name="Say">One plain sentence from the stored values, in the language that is current when it is called.</param>
public sealed record NoticeKind(string Name, Func<IServiceProvider, IReadOnlyList<string>, string> Say)
{
    /// <summary>A kind whose sentence is one text of the room; the values are its {0}, {1} and so on.</summary>
    /// <typeparam name="TTexts">The folder's texts.</typeparam>
    public static NoticeKind Of<TTexts>(string name, string key) =>
        new(name, (services, values) => services.GetRequiredService<IStringLocalizer<TTexts>>()[key, [.. values]]);
}

/// <summary>What is told. Words are made for each reader, in the reader's language; mail carries the sentence and a link, never more.</summary>
/// <param name="Kind">Name of a declared <see cref="NoticeKind"/>.</param>
/// <param name="Values">What the sentence is made of: names, titles, numbers; at most eight, 200 characters each are kept.</param>
/// <param name="Address">The page it leads to, relative to the organisation: "initiatives/0197…".</param>
/// <param name="Urgency">How soon.</param>
/// <param name="Key">The same key again replaces what the person has not read yet; null replaces nothing.</param>
public sealed record Notice(
    string Kind, IReadOnlyList<string> Values, string Address, NoticeUrgency Urgency = NoticeUrgency.Ordinary, string? Key = null);
