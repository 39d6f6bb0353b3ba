using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Rotfeste.Platform.Ui.Languages;

/// <summary>
/// The words of the screens, each looked up once in a language: a page says a hundred of them, and the framework's own look-up
/// takes a lock for each.
/// </summary>
internal sealed class KeptTexts(IStringLocalizerFactory inner) : IStringLocalizerFactory
{
    private readonly ConcurrentDictionary<Type, IStringLocalizer> byType = new();

    public IStringLocalizer Create(Type resourceSource) => byType.GetOrAdd(resourceSource, type => new Texts(inner.Create(type)));

    public IStringLocalizer Create(string baseName, string location) => inner.Create(baseName, location);

    private sealed class Texts(IStringLocalizer inner) : IStringLocalizer
    {
        private readonly ConcurrentDictionary<(string Language, string Name), LocalizedString> kept = new();

        public LocalizedString this[string name] =>
            kept.GetOrAdd((CultureInfo.CurrentUICulture.Name, name), static (key, texts) => texts[key.Name], inner);

        public LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var pattern = this[name];
                return new LocalizedString(
                    name, string.Format(CultureInfo.CurrentCulture, pattern.Value, arguments), pattern.ResourceNotFound, pattern.SearchedLocation);
            }
        }

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => inner.GetAllStrings(includeParentCultures);
    }
}
