using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Standings;
using Rotfeste.Agreements.Versions;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Agreements.Records;

/// <summary>Tells upper rooms what happened, and what it means for each person.</summary>
internal sealed class Telling(FactLog facts)
{
    public void Tell(
        OpenAgreement open, PersonId? by, IReadOnlyList<Happening> happenings, AgreementStanding before, AgreementStanding after)
    {
        foreach (var what in happenings)
            TellOne(open, by, what);
        TellPeople(open, before, after);
    }

    /// <summary>Whose answers a date has ended since it was last told.</summary>
    public void TellDates(OpenAgreement open)
    {
        var standings = Reckoning.Of(open.Id, open.Subject, open.History);
        var told = open.Row.ToldUpTo is { } day ? standings.On(day).People.Where(p => p.Cause is not null).Select(p => p.Person).ToHashSet() : [];
        foreach (var person in standings.On(open.Today).People.Where(p => p.Cause is StaleCause.LookAgainPassed or StaleCause.PeriodOver))
        {
            if (!told.Contains(person.Person))
                facts.Tell(new AnswerWentStale(open.Organisation, open.Id, open.Subject, person.Person, person.Cause!.Value));
        }

        open.Row.ToldUpTo = open.Today;
    }

    private void TellOne(OpenAgreement open, PersonId? by, Happening what)
    {
        var (organisation, id, subject, at) = (open.Organisation, open.Id, open.Subject, open.Now);
        switch (what)
        {
            case Versioned version:
                facts.Tell(new VersionPublished(organisation, id, subject, version.Number, by!.Value, at));
                break;
            case Answered answer:
                facts.Tell(new AnswerGiven(organisation, id, subject, answer.Person, answer.Version, answer.Kind, at));
                break;
            case ThreadRaised raised:
                facts.Tell(new ThreadOpened(organisation, id, subject, raised.Thread, raised.Kind, raised.Person));
                break;
            case MessageWritten message:
                facts.Tell(new ThreadAnswered(organisation, id, subject, message.Thread, message.Person));
                break;
            case ThreadClosed closed:
                facts.Tell(new ThreadEnded(organisation, id, subject, closed.Thread, closed.How, closed.Person));
                break;
            case SentencesShown:
                facts.Tell(new SentencesOpened(organisation, id, subject, open.History.Sentences.Values.Count(s => s is not null)));
                break;
            case MeetingHeld held:
                facts.Tell(new MeetingRecorded(
                    organisation, id, subject, held.Meeting, held.Kind, [.. held.Seats.Where(s => s.Kind is not null).Select(s => s.Person)]));
                break;
        }
    }

    private void TellPeople(OpenAgreement open, AgreementStanding before, AgreementStanding after)
    {
        var known = before.People.ToDictionary(p => p.Person);
        foreach (var person in after.People)
        {
            var was = known.GetValueOrDefault(person.Person);
            if (was is null)
                Ask(open, person, AskReason.New);
            else if (person.Cause is { } cause && was.Cause is null)
                TellStale(open, person, cause);
            else if (after.Version > before.Version && person is { Cause: null, Version: { } read } && read < after.Version)
                facts.Tell(new PersonTold(open.Organisation, open.Id, open.Subject, person.Person, after.Version));
        }
    }

    private void TellStale(OpenAgreement open, PersonStanding person, StaleCause cause)
    {
        facts.Tell(new AnswerWentStale(open.Organisation, open.Id, open.Subject, person.Person, cause));
        var versions = open.History.Versions;
        var why = cause switch
        {
            StaleCause.Changed => AskAgain.Why(person.Holds, versions[person.Version!.Value - 1], versions[person.BrokenBy!.Value - 1]),
            StaleCause.NotJustWording => AskReason.NotJustWording,
            _ => null,
        };
        if (why is { } reason)
            Ask(open, person, reason);
    }

    private void Ask(OpenAgreement open, PersonStanding person, AskReason why) =>
        facts.Tell(new PersonAsked(open.Organisation, open.Id, open.Subject, person.Person, open.History.PresentNumber, why));
}
