using Microsoft.Extensions.DependencyInjection;
using Rotfeste.People.Contracts;

namespace Rotfeste.Initiatives.Questions;

/// <summary>What the two in a talk are told.</summary>
internal static class QuestionNotices
{
    public static IServiceCollection Declare(IServiceCollection services) => services
        .AddSingleton(NoticeKind.Of<Texts>("leader-asked", "Notice.Asked"))
        .AddSingleton(NoticeKind.Of<Texts>("leader-answered", "Notice.Answered"))
        .AddSingleton(NoticeKind.Of<Texts>("leader-handed-on", "Notice.Handed"))
        .AddSingleton(NoticeKind.Of<Texts>("leader-left", "Notice.Left"));

    public static Notice Asked(LeaderQuestion question, string by) => new("leader-asked", [by], PathOf(question), Key: KeyOf(question));

    public static Notice Answered(LeaderQuestion question, string leader) => new("leader-answered", [leader], PathOf(question));

    public static Notice Handed(LeaderQuestion question, string by, string to) => new("leader-handed-on", [by, to], PathOf(question), NoticeUrgency.Calm);

    public static Notice LeaderLeft(LeaderQuestion question, string leader) => new("leader-left", [leader], PathOf(question));

    public static string KeyOf(LeaderQuestion question) => $"leader-question-{question.Id}";

    private static string PathOf(LeaderQuestion question) => $"questions/{question.Follows ?? question.Id}";
}
