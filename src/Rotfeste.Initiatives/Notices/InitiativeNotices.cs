using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Initiatives.Notices;

/// <summary>What people are told of an initiative, in the caller's unit of work. Nobody is told what they did themselves.</summary>
internal sealed class InitiativeNotices(Notify notify, CurrentCaller caller)
{
    public static IServiceCollection Declare(IServiceCollection services) => services
        .AddSingleton(NoticeKind.Of<Texts>("initiative-asked", "Asked"))
        .AddSingleton(NoticeKind.Of<Texts>("initiative-asked-again", "AskedAgain"))
        .AddSingleton(NoticeKind.Of<Texts>("initiative-changed", "Changed"))
        .AddSingleton(NoticeKind.Of<Texts>("initiative-started", "Started"))
        .AddSingleton(NoticeKind.Of<Texts>("initiative-pilot", "Pilot"))
        .AddSingleton(NoticeKind.Of<Texts>("initiative-review", "Review"))
        .AddSingleton(NoticeKind.Of<Texts>("initiative-onwards", "Onwards"))
        .AddSingleton(NoticeKind.Of<Texts>("initiative-ended", "Ended"))
        .AddSingleton(NoticeKind.Of<Texts>("initiative-waived", "Waived"))
        .AddSingleton(NoticeKind.Of<Texts>("initiative-date-passed", "DatePassed"));

    /// <summary>Those who are asked by a version are asked; the rest are told of the difference.</summary>
    public async Task TellAskedAsync(Initiative initiative, AskPreview preview, bool isFirst, CancellationToken cancellation)
    {
        // Whoever was chosen before there was anything to read is asked now.
        var asked = preview.Asked.Where(a => a.Why == AskReason.New).Select(a => a.Person).Concat(isFirst ? preview.Waiting : []);
        var again = preview.Asked.Where(a => a.Why != AskReason.New).Select(a => a.Person).Concat(isFirst ? [] : preview.Waiting);
        await TellAsync(initiative, asked, "initiative-asked", "answer", cancellation);
        await TellAsync(initiative, again, "initiative-asked-again", "answer", cancellation);
        await TellAsync(initiative, preview.Told, "initiative-changed", "answer", cancellation);
    }

    /// <summary>A gate was passed: told to everyone who took part, with thanks.</summary>
    public Task TellPassedAsync(Initiative initiative, Stage from, AgreementStanding standing, CancellationToken cancellation)
    {
        var kind = (from, initiative.Stage) switch
        {
            (_, Stage.Pilot) => "initiative-pilot",
            (_, Stage.Review) => "initiative-review",
            (Stage.Review, Stage.Running) => "initiative-onwards",
            (_, Stage.Ended) => "initiative-ended",
            _ => "initiative-started",
        };
        return TellAsync(initiative, Everyone(initiative, standing), kind, null, cancellation);
    }

    /// <summary>An exception was given.</summary>
    public Task TellWaivedAsync(Initiative initiative, AgreementStanding standing, CancellationToken cancellation) =>
        TellAsync(initiative, Everyone(initiative, standing), "initiative-waived", null, cancellation);

    private Task TellAsync(Initiative initiative, IEnumerable<PersonId> people, string kind, string? page, CancellationToken cancellation)
    {
        var others = people.Where(p => p != caller.Required.Person).ToHashSet();
        var path = page is null ? $"initiatives/{initiative.Id}" : $"initiatives/{initiative.Id}/{page}";
        return others.Count == 0
            ? Task.CompletedTask
            : notify.TellAsync(others, new Notice(kind, [initiative.Title, caller.Required.Name], path, Key: $"initiative-{initiative.Id}"), cancellation);
    }

    private static IEnumerable<PersonId> Everyone(Initiative initiative, AgreementStanding standing) =>
        standing.People.Where(p => !p.HasLeft).Select(p => p.Person).Append(initiative.Owner).Append(initiative.Leader);
}
