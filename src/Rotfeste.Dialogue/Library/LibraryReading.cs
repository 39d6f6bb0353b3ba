using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Library;

/// <summary>The library, read whole: every open conversation asks it for what fits.</summary>
internal sealed class KeptLibrary(RowVersions versions, IClock clock)
    : Kept<OrganisationId, IReadOnlyList<LibraryAnswer>>(versions, clock, typeof(LibraryAnswer));

/// <summary>The words of its answers.</summary>
internal sealed class KeptStems(RowVersions versions, IClock clock)
    : Kept<OrganisationId, IReadOnlyList<AnswerStems>>(versions, clock, typeof(LibraryAnswer));

/// <summary>Reads the library of the current organisation.</summary>
internal sealed class LibraryReading(AppDb db, KeptLibrary kept, KeptStems stems)
{
    private const int Most = 3_000;
    private const int MostFound = 200;

    public static FullText Words { get; } = new("dialogue_library", "Id", "KeptAt", "Topic", "Question", "Text");

    /// <summary>All, those kept last first; shared, so nobody changes them.</summary>
    public async Task<IReadOnlyList<LibraryAnswer>> AllAsync(CancellationToken cancellation)
    {
        return await kept.GetAsync(db, Organisation, async () =>
            await db.Set<LibraryAnswer>().AsNoTracking().OrderByDescending(a => a.KeptAt).Take(Most).ToListAsync(cancellation));
    }

    /// <summary>All, with the words by which they may fit a question.</summary>
    public async Task<IReadOnlyList<AnswerStems>> StemsAsync(CancellationToken cancellation) =>
        await stems.GetAsync(db, Organisation, async () => [.. (await AllAsync(cancellation)).Select(Likely.StemsOf)]);

    /// <summary>Those in which all the words stand; all where there are none.</summary>
    public async Task<IReadOnlyList<LibraryAnswer>> FindAsync(string words, CancellationToken cancellation)
    {
        var all = await AllAsync(cancellation);
        if (words.Length == 0)
            return all;
        var found = (await Words.SearchAsync(db, words, MostFound, cancellation)).ToHashSet();
        return [.. all.Where(a => found.Contains(a.Id))];
    }

    private OrganisationId Organisation => db.Current.Value ?? throw new InvalidOperationException("A library belongs to an organisation.");
}
