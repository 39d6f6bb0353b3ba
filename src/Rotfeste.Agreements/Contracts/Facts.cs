using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Agreements.Contracts;

/// <summary>A version was published.</summary>
[FactName("version-published")]
public sealed record VersionPublished(
    OrganisationId Organisation, AgreementId Agreement, Subject Subject, int Version, PersonId By, Instant At) : IFact;

/// <summary>A person is asked, for the first time or again. Version 0: before there is one to answer on.</summary>
[FactName("person-asked")]
public sealed record PersonAsked(
    OrganisationId Organisation, AgreementId Agreement, Subject Subject, PersonId Person, int Version, AskReason Why) : IFact;

/// <summary>A person is told of a change that does not ask again.</summary>
[FactName("person-told")]
public sealed record PersonTold(OrganisationId Organisation, AgreementId Agreement, Subject Subject, PersonId Person, int Version) : IFact;

/// <summary>A person answered, on the version that was read.</summary>
[FactName("agreement-answer-given")]
public sealed record AnswerGiven(
    OrganisationId Organisation, AgreementId Agreement, Subject Subject, PersonId Person, int Version, AnswerKind Kind, Instant At) : IFact;

/// <summary>An answer no longer holds.</summary>
[FactName("agreement-answer-went-stale")]
public sealed record AnswerWentStale(
    OrganisationId Organisation, AgreementId Agreement, Subject Subject, PersonId Person, StaleCause Cause) : IFact;

/// <summary>A reservation, an objection or a question was raised.</summary>
[FactName("agreement-thread-opened")]
public sealed record ThreadOpened(
    OrganisationId Organisation, AgreementId Agreement, Subject Subject, ThreadId Thread, ThreadKind Kind, PersonId By) : IFact;

/// <summary>Somebody wrote in a thread.</summary>
[FactName("agreement-thread-answered")]
public sealed record ThreadAnswered(
    OrganisationId Organisation, AgreementId Agreement, Subject Subject, ThreadId Thread, PersonId By) : IFact;

/// <summary>A thread ended.</summary>
[FactName("agreement-thread-ended")]
public sealed record ThreadEnded(
    OrganisationId Organisation, AgreementId Agreement, Subject Subject, ThreadId Thread, ThreadEnd How, PersonId By) : IFact;

/// <summary>The sentences stand side by side.</summary>
[FactName("agreement-sentences-opened")]
public sealed record SentencesOpened(OrganisationId Organisation, AgreementId Agreement, Subject Subject, int Sentences) : IFact;

/// <summary>A meeting was recorded; those who were there have answers to confirm.</summary>
[FactName("agreement-meeting-recorded")]
public sealed record MeetingRecorded(
    OrganisationId Organisation, AgreementId Agreement, Subject Subject, MeetingId Meeting, MeetingKind Kind,
    IReadOnlyList<PersonId> ToConfirm) : IFact;
