using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Places;
using Rotfeste.Agreements.Standings;
using Rotfeste.Agreements.Versions;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.Agreements.Records;

/// <summary>Adds to an agreement's history in the caller's unit of work: row, ledger entry and standings together.</summary>
internal sealed class Recording(AppDb db, LedgerWriter ledger, Telling telling, DueWork due)
{
    /// <summary>Kinds of ledger entries begin with this.</summary>
    public const string Kind = "agreement-";

    /// <summary>Adds what happened, in order; nothing when there is nothing.</summary>
    public void Add(OpenAgreement open, PersonId? by, params IReadOnlyList<Happening> happenings)
    {
        if (happenings.Count == 0)
            return;

        var before = Reckoning.Of(open.Id, open.Subject, open.History);
        var places = Placing.Of(open.Row, open.History, before);
        var head = open.Row.Head;
        foreach (var what in happenings)
            head = AddOne(open, by, what, head);
        if (!open.History.AreSentencesShown && open.History.IsEverySentenceIn)
        {
            happenings = [.. happenings, new SentencesShown()];
            head = AddOne(open, null, happenings[^1], head);
        }

        var standings = Reckoning.Of(open.Id, open.Subject, open.History);
        open.Row.Grow(open.History.Length, head, StandingsText.Write(standings));
        Placing.Write(db, places, Placing.Of(open.Row, open.History, standings));
        telling.Tell(open, by, happenings, before.Timeless, standings.Timeless);
    }

    /// <summary>Keeps what somebody wrote, apart from the history; null where nothing was written.</summary>
    public Said? Keep(OpenAgreement open, PersonId by, string text)
    {
        if (text.Length == 0)
            return null;

        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var row = new WordsRow
        {
            Id = WordsId.New(), Organisation = open.Organisation, Agreement = open.Id, By = by,
            Hash = HashOf(salt, text), Salt = salt, Text = text,
        };
        db.Add(row);
        return new Said(row.Id, row.Hash);
    }

    /// <summary>The next local day on which a date ends answers or opens the sentences; null when none is known.</summary>
    public static LocalDate? NextDay(OpenAgreement open)
    {
        var ends = Reckoning.Of(open.Id, open.Subject, open.History).NextEnd(open.Today)?.PlusDays(1);
        var opens = open.History.AreSentencesShown ? null : open.History.SentenceDay;
        return ends is { } end && opens is { } day ? LocalDate.Min(end, day) : ends ?? opens;
    }

    /// <summary>Has the next day looked at on which a date ends answers or opens the sentences.</summary>
    public async Task ScheduleAsync(OpenAgreement open, CancellationToken cancellation)
    {
        var job = new LookAgainJob(open.Organisation, open.Id);
        if (NextDay(open) is { } date)
            await due.ScheduleAsync(job, open.Zone.AtStartOfDay(date).ToInstant(), job.Key, cancellation);
        else
            await due.WithdrawAsync<LookAgainJob>(job.Key, cancellation);
    }

    /// <summary>SHA-256, in lower-case hex, over salt, line end and text.</summary>
    public static string HashOf(string salt, string text) => SectionHash.OfText($"{salt}\n{text}");

    /// <summary>The canonical text of a happening.</summary>
    public static string TextOf(Happening what) => CanonicalJson.Again(JsonSerializer.Serialize(what, StoredJson.Options));

    private string AddOne(OpenAgreement open, PersonId? by, Happening what, string head)
    {
        var text = TextOf(what);
        var one = new Happened(open.History.Length + 1, open.Now, by, what);
        open.History.Add(one);
        db.Add(new HappeningRow
        {
            Agreement = open.Id, Number = one.Number, Organisation = open.Organisation, At = one.At, By = by, What = text,
        });

        var entry = new { agreement = open.Id.Value, before = head, what = JsonNode.Parse(text), number = one.Number };
        ledger.Write(open.Organisation, Kind + NameOf(text), by, entry);
        return SectionHash.OfText(CanonicalJson.Of(entry));
    }

    private static string NameOf(string text) => JsonNode.Parse(text)!["$is"]!.GetValue<string>();
}
