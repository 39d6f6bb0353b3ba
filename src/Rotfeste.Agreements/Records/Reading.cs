using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Agreements.Records;

/// <summary>Reads agreements of the current organisation.</summary>
internal sealed class Reading(AppDb db, Organisations organisations, IClock clock)
{
    private DateTimeZone? zone;

    public async Task<OpenAgreement?> FindAsync(AgreementId id, CancellationToken cancellation)
    {
        await LockAsync(id, cancellation);
        var row = db.Set<Agreement>().Local.FirstOrDefault(a => a.Id == id)
            ?? await db.Set<Agreement>().FirstOrDefaultAsync(a => a.Id == id, cancellation);
        return row is null ? null : await OpenAsync(row, cancellation);
    }

    public async Task<OpenAgreement?> FindAsync(Subject subject, CancellationToken cancellation)
    {
        var id = db.Set<Agreement>().Local.FirstOrDefault(a => a.SubjectId == subject.Id && a.SubjectKind == subject.Kind)?.Id
            ?? await db.Set<Agreement>().Where(a => a.SubjectId == subject.Id && a.SubjectKind == subject.Kind)
                .Select(a => (AgreementId?)a.Id).FirstOrDefaultAsync(cancellation);
        return id is { } found ? await FindAsync(found, cancellation) : null;
    }

    /// <summary>The sections of a version; null where there is none.</summary>
    public async Task<IReadOnlyList<Section>?> SectionsAsync(AgreementId agreement, int number, CancellationToken cancellation)
    {
        var json = db.Set<VersionRow>().Local.FirstOrDefault(v => v.Agreement == agreement && v.Number == number)?.Sections
            ?? await db.Set<VersionRow>().Where(v => v.Agreement == agreement && v.Number == number).Select(v => v.Sections)
                .FirstOrDefaultAsync(cancellation);
        return json is null ? null : Parse(json);
    }

    /// <summary>What people wrote, by id; erased words have no text.</summary>
    public async Task<IReadOnlyDictionary<WordsId, WordsRow>> WordsAsync(AgreementId agreement, CancellationToken cancellation) =>
        await db.Set<WordsRow>().AsNoTracking().Where(w => w.Agreement == agreement).ToDictionaryAsync(w => w.Id, cancellation);

    public static IReadOnlyList<Section> Parse(string sections) => JsonSerializer.Deserialize<IReadOnlyList<Section>>(sections, StoredJson.Options)!;

    public static Happened Parse(HappeningRow row) =>
        new(row.Number, row.At, row.By, JsonSerializer.Deserialize<Happening>(row.What, StoredJson.Options)!);

    /// <summary>The day it is where the organisation is.</summary>
    public async Task<LocalDate> TodayAsync(CancellationToken cancellation) =>
        clock.GetCurrentInstant().InZone(await ZoneAsync(cancellation)).Date;

    public async Task<DateTimeZone> ZoneAsync(CancellationToken cancellation)
    {
        if (zone is null)
        {
            var organisation = await organisations.FindAsync(db.Current.Value!.Value, cancellation);
            zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(organisation?.Zone ?? "") ?? DateTimeZone.Utc;
        }

        return zone;
    }

    private async Task<OpenAgreement> OpenAsync(Agreement row, CancellationToken cancellation)
    {
        var stored = await db.Set<HappeningRow>().AsNoTracking().Where(h => h.Agreement == row.Id).OrderBy(h => h.Number).ToListAsync(cancellation);
        var fresh = db.Set<HappeningRow>().Local.Where(h => h.Agreement == row.Id && h.Number > stored.Count).OrderBy(h => h.Number);
        var history = History.Of(stored.Concat(fresh).Select(Parse));
        return new OpenAgreement(row, history, await ZoneAsync(cancellation), clock.GetCurrentInstant());
    }

    // Inside a write on PostgreSQL the row is held from the first look: what is decided is decided on what is saved.
    private async Task LockAsync(AgreementId id, CancellationToken cancellation)
    {
        if (!db.IsSqlite && db.Database.CurrentTransaction is not null)
            await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM agreements_agreements WHERE "Id" = {id.Value} FOR UPDATE""", cancellation);
    }
}
