using System.Text.Json.Serialization;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Agreements.Histories;

/// <summary>
/// Something that happened in an agreement: ids, named values and hashes, never words. The list of them is the agreement;
/// everything else is computed from it. The same text goes into the ledger.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$is")]
[JsonDerivedType(typeof(PartiesSet), "parties-set")]
[JsonDerivedType(typeof(Departed), "departed")]
[JsonDerivedType(typeof(CameBack), "came-back")]
[JsonDerivedType(typeof(Versioned), "version-published")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(CalledSubstantive), "called-substantive")]
[JsonDerivedType(typeof(ThreadRaised), "thread-raised")]
[JsonDerivedType(typeof(MessageWritten), "message-written")]
[JsonDerivedType(typeof(ThreadClosed), "thread-ended")]
[JsonDerivedType(typeof(ObjectionKept), "objection-kept")]
[JsonDerivedType(typeof(SentenceGiven), "sentence-given")]
[JsonDerivedType(typeof(SentenceDaySet), "sentence-day-set")]
[JsonDerivedType(typeof(SentencesShown), "sentences-opened")]
[JsonDerivedType(typeof(SentencesGathered), "sentences-gathered")]
[JsonDerivedType(typeof(MeetingHeld), "meeting-recorded")]
[JsonDerivedType(typeof(WordsErased), "words-erased")]
internal abstract record Happening;

/// <summary>Words kept apart, with the salted hash that proves them.</summary>
internal sealed record Said(WordsId Id, string Hash);

/// <summary>Owner, leader and all who are asked, from now on.</summary>
internal sealed record PartiesSet(PersonId Owner, PersonId Leader, IReadOnlyList<Asked> Asked) : Happening;

/// <summary>A person left the organisation.</summary>
internal sealed record Departed(PersonId Person) : Happening;

/// <summary>A person is in the organisation again; answers given before stay stale.</summary>
internal sealed record CameBack(PersonId Person) : Happening;

/// <summary>A section of a version: its hash stands for its words.</summary>
internal sealed record SectionMark(string Key, SectionMeaning Meaning, string Hash);

/// <summary>A version was published, on a local day.</summary>
internal sealed record Versioned(
    int Number, IReadOnlyList<SectionMark> Sections, Frame Frame, LocalDate? LookAgain, LocalDate On) : Happening;

/// <summary>A stand on one section, or on the whole page where the key is empty.</summary>
internal sealed record Part(string Section, AnswerKind Kind, Said? Reason);

/// <summary>A person answered on the version that was read, on a local day; with a meeting when confirming what was recorded there.</summary>
internal sealed record Answered(PersonId Person, int Version, IReadOnlyList<Part> Parts, LocalDate On, MeetingId? Meeting) : Happening
{
    /// <summary>The gravest of the parts.</summary>
    [JsonIgnore]
    public AnswerKind Kind => Answers.Gravest.Of(Parts.Select(p => p.Kind));
}

/// <summary>A person wants to think again.</summary>
internal sealed record Reopened(PersonId Person) : Happening;

/// <summary>Somebody who is asked said that the change into a version is not just wording.</summary>
internal sealed record CalledSubstantive(PersonId Person, int Version) : Happening;

/// <summary>A thread was raised on a version and section.</summary>
internal sealed record ThreadRaised(ThreadId Thread, ThreadKind Kind, PersonId Person, int Version, string Section, Said Words) : Happening;

/// <summary>Something was said in a thread; with a day where it was said in a meeting.</summary>
internal sealed record MessageWritten(ThreadId Thread, PersonId Person, Said Words, LocalDate? SaidOn, ThreadKind? Becomes) : Happening;

/// <summary>A thread ended.</summary>
internal sealed record ThreadClosed(ThreadId Thread, ThreadEnd How, PersonId Person, int? Version, Said? Reason) : Happening;

/// <summary>The raiser keeps a decided objection on record.</summary>
internal sealed record ObjectionKept(ThreadId Thread, PersonId Person) : Happening;

/// <summary>A person wrote the sentence, or does not want to (no words).</summary>
internal sealed record SentenceGiven(PersonId Person, Said? Words) : Happening;

/// <summary>The day on which the sentences open by themselves.</summary>
internal sealed record SentenceDaySet(LocalDate? Day) : Happening;

/// <summary>The sentences stand side by side from now on.</summary>
internal sealed record SentencesShown : Happening;

/// <summary>The owner's notes on what was meant alike and what was not.</summary>
internal sealed record SentencesGathered(Said? Alike, Said? Unlike) : Happening;

/// <summary>What a person said in a meeting; it is an answer only when they confirm it.</summary>
internal sealed record Seat(PersonId Person, AnswerKind? Kind, Said? Reason);

/// <summary>A meeting was held on a local day, about a version.</summary>
internal sealed record MeetingHeld(
    MeetingId Meeting, MeetingKind Kind, LocalDate On, int Version, IReadOnlyList<Seat> Seats, Said? Decided) : Happening;

/// <summary>Words were erased; their hash stays.</summary>
internal sealed record WordsErased(Said Words) : Happening;

/// <summary>A happening at its place.</summary>
/// <param name="Number">From 1, without gaps within an agreement.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it; null when nobody in person.</param>
/// <param name="What">What.</param>
internal sealed record Happened(int Number, Instant At, PersonId? By, Happening What);
