using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Records;
using Rotfeste.Agreements.Versions;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Agreements.Contracts;

/// <summary>
/// What upper rooms have done to an agreement. Each order writes into the caller's unit of work and saves nothing itself.
/// Called inside <see cref="AppDb.WriteAsync"/>, two at once wait for each other; outside of it the later save throws
/// <see cref="DbUpdateException"/>, and calling again on a cleared unit of work gives the true answer.
/// </summary>
public sealed class AgreementOrders
{
    private readonly AppDb db;
    private readonly Reading reading;
    private readonly Recording recording;

    internal AgreementOrders(AppDb db, Reading reading, Recording recording)
    {
        this.db = db;
        this.reading = reading;
        this.recording = recording;
    }

    /// <summary>Opens the agreement on a subject, in the current organisation; one that stands is left as it is.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="parties">Owner, leader and who is asked.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="cancellation">To stop it.</param>
    public async Task<AgreementId> OpenAsync(Subject subject, Parties parties, PersonId by, CancellationToken cancellation)
    {
        if (await reading.FindAsync(subject, cancellation) is { } standing)
            return standing.Id;

        var id = AgreementId.New();
        db.Add(Agreement.Open(id, db.Current.Value!.Value, subject));
        var open = await reading.FindAsync(id, cancellation);
        recording.Add(open!, by, PartiesRules.Set(parties));
        return id;
    }

    /// <summary>Sets owner, leader and who is asked; nothing happens where nothing differs.</summary>
    /// <returns>False where there is no agreement on the subject.</returns>
    public async Task<bool> SetPartiesAsync(Subject subject, Parties parties, PersonId by, CancellationToken cancellation)
    {
        if (await reading.FindAsync(subject, cancellation) is not { } open)
            return false;

        var set = PartiesRules.Set(parties);
        if (PartiesRules.Differs(set, open.History))
            recording.Add(open, by, set);
        return true;
    }

    /// <summary>Publishes a version, built on the one its writer saw.</summary>
    /// <returns>The new version's number, or why nothing was published.</returns>
    /// <exception cref="InvalidOperationException">There is no agreement on the subject: a bug.</exception>
    public async Task<Published> PublishAsync(Subject subject, Publication publication, PersonId by, CancellationToken cancellation)
    {
        var open = await reading.FindAsync(subject, cancellation)
            ?? throw new InvalidOperationException("Open the agreement first.");
        var tidy = PublishRules.Tidy(publication);
        if (PublishRules.Refuse(tidy, open.History, open.Today) is { } refusal)
            return new Published(refusal, open.History.PresentNumber);

        var version = PublishRules.Become(tidy, open.History.PresentNumber + 1, open.Today);
        db.Add(new VersionRow
        {
            Agreement = open.Id, Number = version.Number, Organisation = open.Organisation,
            Sections = JsonSerializer.Serialize(tidy.Sections, StoredJson.Options),
        });
        recording.Add(open, by, version);
        await recording.ScheduleAsync(open, cancellation);
        return new Published(null, version.Number);
    }

    /// <summary>Erases everything that a person wrote in the organisation's agreements. The hashes stay, and so does the proof.</summary>
    /// <returns>How many texts were erased.</returns>
    public async Task<int> EraseWordsOfAsync(PersonId person, PersonId by, CancellationToken cancellation)
    {
        var words = await db.Set<WordsRow>().Where(w => w.By == person && w.Text != null).ToListAsync(cancellation);
        foreach (var group in words.GroupBy(w => w.Agreement))
        {
            var open = await reading.FindAsync(group.Key, cancellation);
            recording.Add(open!, by, [.. group.Select(w => new WordsErased(new Said(w.Id, w.Hash)))]);
            foreach (var word in group)
                word.Erase();
        }

        return words.Count;
    }
}
