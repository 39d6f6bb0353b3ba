using Microsoft.EntityFrameworkCore;
using Rotfeste.Agreements.Exports;
using Rotfeste.Agreements.Hearings;
using Rotfeste.Agreements.Places;
using Rotfeste.Agreements.Records;
using Rotfeste.Agreements.Standings;
using Rotfeste.Agreements.Versions;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Agreements.Contracts;

/// <summary>A version as it was published.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Sections">With the words.</param>
/// <param name="Frame">What may be spent.</param>
/// <param name="LookAgain">Last day on which answers hold.</param>
public sealed record AgreedVersion(int Number, IReadOnlyList<Section> Sections, Frame Frame, NodaTime.LocalDate? LookAgain);

/// <summary>A subject on which somebody is asked.</summary>
/// <param name="Subject">Its id.</param>
/// <param name="Worth">What the answer is worth today; null while there is no version to answer on.</param>
public sealed record AskedPlace(Guid Subject, Worth? Worth);

/// <summary>Asks for agreements of the current organisation.</summary>
public sealed class AgreementQuestions
{
    private readonly AppDb db;
    private readonly Reading reading;
    private readonly Exporting exporting;

    internal AgreementQuestions(AppDb db, Reading reading, Exporting exporting)
    {
        this.db = db;
        this.reading = reading;
        this.exporting = exporting;
    }

    /// <summary>What everyone's answer is worth today; null where there is no agreement on the subject.</summary>
    public async Task<AgreementStanding?> StandingAsync(Subject subject, CancellationToken cancellation) =>
        (await StandingsAsync(subject.Kind, [subject.Id], cancellation)).GetValueOrDefault(subject.Id);

    /// <summary>The same for many subjects of one kind, by their ids; those without an agreement are left out. One row each is read.</summary>
    public async Task<IReadOnlyDictionary<Guid, AgreementStanding>> StandingsAsync(
        string kind, IReadOnlyCollection<Guid> subjects, CancellationToken cancellation)
    {
        var today = await reading.TodayAsync(cancellation);
        var rows = await db.Set<Agreement>().AsNoTracking().Where(a => a.SubjectKind == kind && subjects.Contains(a.SubjectId))
            .Select(a => new { a.Id, a.SubjectId, a.Standings }).ToListAsync(cancellation);
        return rows.ToDictionary(
            r => r.SubjectId, r => StandingsText.Read(r.Id, new Subject(kind, r.SubjectId), r.Standings).On(today));
    }

    /// <summary>Where a person is asked among subjects of one kind, in no order; nothing of what others said is read.</summary>
    public async Task<IReadOnlyList<AskedPlace>> PlacesOfAsync(string kind, PersonId person, CancellationToken cancellation)
    {
        var today = await reading.TodayAsync(cancellation);
        var rows = await db.Set<Place>().AsNoTracking()
            .Where(p => p.Organisation == db.Current.Value && p.Person == person && p.SubjectKind == kind && p.IsAsked)
            .Select(p => new { p.SubjectId, p.Worth, p.HoldsUntil }).ToListAsync(cancellation);
        return rows.ConvertAll(r => new AskedPlace(r.SubjectId, r.HoldsUntil < today ? Worth.Stale : r.Worth));
    }

    /// <summary>A version with its words; null where there is none. No number asks for the present one.</summary>
    public async Task<AgreedVersion?> VersionAsync(Subject subject, int? number, CancellationToken cancellation)
    {
        if (await reading.FindAsync(subject, cancellation) is not { } open)
            return null;
        var wanted = number ?? open.History.PresentNumber;
        if (wanted < 1 || wanted > open.History.PresentNumber || await reading.SectionsAsync(open.Id, wanted, cancellation) is not { } sections)
            return null;
        var version = open.History.Versions[wanted - 1];
        return new AgreedVersion(wanted, sections, version.Frame, version.LookAgain);
    }

    /// <summary>How much of the present version was settled when each direction was told and heard; empty before the first version.</summary>
    public async Task<IReadOnlyList<Hearing>> HearingsAsync(Subject subject, CancellationToken cancellation) =>
        await reading.FindAsync(subject, cancellation) is { } open ? HearingRules.Of(open.History) : [];

    /// <summary>Whom publishing would ask again, and why; parties where they would change with it. Null where there is no agreement.</summary>
    public async Task<AskPreview?> PreviewAsync(
        Subject subject, Publication? publication, Parties? parties, CancellationToken cancellation) =>
        await reading.FindAsync(subject, cancellation) is { } open
            ? AskPreviewing.Of(open.History, publication is null ? null : PublishRules.Tidy(publication), parties, open.Today)
            : null;

    /// <summary>
    /// One file that proves the agreement on any machine (<see cref="AgreementFile.Check"/>): canonical JSON in UTF-8. Null where
    /// there is no agreement on the subject.
    /// </summary>
    public Task<byte[]?> ExportAsync(Subject subject, CancellationToken cancellation) => exporting.WriteAsync(subject, cancellation);
}
