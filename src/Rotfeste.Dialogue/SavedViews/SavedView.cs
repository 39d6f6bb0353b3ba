using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Listings;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.SavedViews;

/// <summary>A view of the inbox that a person keeps under a name; nobody else sees it.</summary>
internal sealed class SavedView : IBelongToOrganisation
{
    public const int LongestName = 40;
    public const int Most = 20;

    private SavedView()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public PersonId Person { get; private init; }

    public string Name { get; private init; } = "";

    public InboxStretch Stretch { get; private init; }

    public string Words { get; private init; } = "";

    public Guid? Label { get; private init; }

    public Guid? Channel { get; private init; }

    public bool ForArchive { get; private init; }

    public InboxWish Wish => new(Stretch, Words, Label, Channel) { ForArchive = ForArchive };

    public static SavedView Of(Caller caller, string name, InboxWish wish) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = caller.Organisation,
        Person = caller.Person,
        Name = name,
        Stretch = wish.Stretch,
        Words = wish.Words,
        Label = wish.Label,
        Channel = wish.Channel,
        ForArchive = wish.ForArchive,
    };

    public static void Map(ModelBuilder model) => model.Entity<SavedView>(row =>
    {
        row.ToTable("dialogue_saved_views");
        row.Property(v => v.Id).ValueGeneratedNever();
        row.Ignore(v => v.Wish);
        row.HasIndex(v => new { v.Organisation, v.Person });
    });
}

/// <summary>Saved views by person.</summary>
internal sealed class KeptViews(RowVersions versions, IClock clock)
    : Kept<PersonId, IReadOnlyList<SavedViewView>>(versions, clock, typeof(SavedView));

/// <summary>Reads a person's own views.</summary>
internal sealed class SavedViewReading(AppDb db, KeptViews kept)
{
    public async Task<IReadOnlyList<SavedViewView>> OfAsync(PersonId person, CancellationToken cancellation) =>
        await kept.GetAsync(db, person, async () =>
        {
            var rows = await db.Set<SavedView>().AsNoTracking().Where(v => v.Person == person).ToListAsync(cancellation);
            return [.. rows.OrderBy(v => v.Name, StringComparer.CurrentCulture).Select(v => new SavedViewView(v.Id, v.Name, v.Wish))];
        });
}
