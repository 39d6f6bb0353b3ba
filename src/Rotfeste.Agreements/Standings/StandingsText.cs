using System.Buffers;
using System.Text;
using System.Text.Json;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Agreements.Standings;

/// <summary>
/// Standings as they lie beside their subject: JSON arrays by place instead of by name, numbers for enums and days. Lists of
/// many subjects read them, and named fields took ten times as long. It is computed from the history and can be again, so
/// that the form may change with the version (<see cref="ReckonAgain"/>).
/// </summary>
internal static class StandingsText
{
    private const long TicksAMicrosecond = 10;
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    public static string Write(Reckoning reckoning)
    {
        var buffer = new ArrayBufferWriter<byte>(8192);
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, reckoning.Timeless, reckoning.Dates);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <param name="agreement">Whose.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="text">What <see cref="Write(Reckoning)"/> wrote.</param>
    public static Reckoning Read(AgreementId agreement, Subject subject, string text)
    {
        var json = new Row(Encoding.UTF8.GetBytes(text));
        json.Open();
        var standing = new AgreementStanding(
            agreement, subject, json.Number()!.Value, json.Person(), json.Person(), new Frame(json.Decimal(), json.Decimal(), json.Day()), json.Day(),
            [], [], json.Number() == 1, Instant.FromUnixTimeTicks(json.Long()));
        var people = new List<PersonStanding>(64);
        json.Open();
        while (json.Opens())
        {
            people.Add(new PersonStanding(
                json.Person(), (Directions)json.Number()!.Value, (Holds)json.Number()!.Value, (Worth)json.Number()!.Value, (AnswerKind?)json.Number(),
                json.Number(), json.Day(), (StaleCause?)json.Number(), json.Number(), json.Number() == 1, json.Number()!.Value));
            json.Close();
        }

        var threads = new List<ThreadStanding>();
        json.Open();
        while (json.Opens())
        {
            threads.Add(new ThreadStanding(
                new ThreadId(json.Id()), (ThreadKind)json.Number()!.Value, json.Person(), json.Text(), (ThreadEnd?)json.Number(), json.Number(), json.Number() == 1));
            json.Close();
        }

        var dates = new List<DateMark>();
        json.Open();
        while (json.Opens())
        {
            dates.Add(new DateMark(json.Day()!.Value, (StaleCause)json.Number()!.Value));
            json.Close();
        }

        return new Reckoning(standing with { People = people, Threads = threads }, dates);
    }

    private static void Write(Utf8JsonWriter json, AgreementStanding standing, IReadOnlyList<DateMark> dates)
    {
        json.WriteStartArray();
        json.WriteNumberValue(standing.Version);
        json.WriteStringValue(standing.Owner.Value);
        json.WriteStringValue(standing.Leader.Value);
        Write(json, standing.Frame.Money);
        Write(json, standing.Frame.HoursAWeek);
        Write(json, DayOf(standing.Frame.PeriodEnd));
        Write(json, DayOf(standing.LookAgain));
        Write(json, standing.SentencesOpened ? 1 : 0);
        json.WriteNumberValue(StoredTicks(standing.ChangedAt));
        Rows(json, standing.People, WritePerson);
        Rows(json, standing.Threads, WriteThread);
        Rows(json, dates, (j, date) =>
        {
            Write(j, DayOf(date.Day));
            Write(j, (int)date.Cause);
        });
        json.WriteEndArray();
    }

    private static void WritePerson(Utf8JsonWriter json, PersonStanding person)
    {
        json.WriteStringValue(person.Person.Value);
        foreach (var number in (int?[])[
            (int)person.Directions, (int)person.Holds, (int)person.Worth, (int?)person.Said, person.Version, DayOf(person.SaidOn),
            (int?)person.Cause, person.BrokenBy, person.HasLeft ? 1 : 0, person.AskedIn])
            Write(json, number);
    }

    private static void WriteThread(Utf8JsonWriter json, ThreadStanding thread)
    {
        json.WriteStringValue(thread.Thread.Value);
        Write(json, (int)thread.Kind);
        json.WriteStringValue(thread.RaisedBy.Value);
        json.WriteStringValue(thread.Section);
        Write(json, (int?)thread.End);
        Write(json, thread.EndedIn);
        Write(json, thread.IsKept ? 1 : 0);
    }

    private static void Rows<TRow>(Utf8JsonWriter json, IReadOnlyList<TRow> rows, Action<Utf8JsonWriter, TRow> write)
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartArray();
            write(json, row);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, decimal? number)
    {
        if (number is { } value)
            json.WriteNumberValue(value);
        else
            json.WriteNullValue();
    }

    // As fine as a happening's time is stored: what is computed again from there is the same to the letter.
    private static long StoredTicks(Instant at) => at.ToUnixTimeTicks() / TicksAMicrosecond * TicksAMicrosecond;

    private static int? DayOf(LocalDate? day) => day is { } on ? Period.DaysBetween(Epoch, on) : null;

    /// <summary>Reads values one after the other.</summary>
    private ref struct Row(byte[] text)
    {
        private Utf8JsonReader json = new(text);

        public void Open() => json.Read();

        public void Close() => json.Read();

        /// <summary>Another row begins; false at the end of the rows.</summary>
        public bool Opens()
        {
            json.Read();
            return json.TokenType == JsonTokenType.StartArray;
        }

        public int? Number() => Next() ? json.GetInt32() : null;

        public long Long() => Next() ? json.GetInt64() : 0;

        public decimal? Decimal() => Next() ? json.GetDecimal() : null;

        public LocalDate? Day() => Number() is { } days ? Epoch.PlusDays(days) : null;

        public Guid Id() => Next() ? json.GetGuid() : default;

        public PersonId Person() => new(Id());

        public string Text() => Next() ? json.GetString()! : "";

        private bool Next()
        {
            json.Read();
            return json.TokenType != JsonTokenType.Null;
        }
    }
}
