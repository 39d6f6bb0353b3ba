using System.Globalization;

namespace Rotfeste.Platform.Ui.Languages;

/// <summary>Writes texts in another language than the request's: a mail speaks its reader's.</summary>
public static class Spoken
{
    /// <summary>Runs in the language; an unknown one is the first that we have.</summary>
    public static T In<T>(string? language, Func<T> write)
    {
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = (Language.Find(language) ?? Language.All[0]).Culture;
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }
}
