using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.People.Memberships;

public sealed class MembershipTests
{
    [Fact]
    public void A_yes_needs_a_leaders_wish()
    {
        var member = Member(Roles.Employee);

        member.SayYes().ShouldBeFalse();
        member.MayAnswer.ShouldBe(MayAnswer.None);
    }

    [Fact]
    public void A_leaders_wish_alone_is_no_yes()
    {
        var member = Member(Roles.Employee);
        member.AskToAnswer();

        RoleRules.May(member.Roles, member.MayAnswer).ShouldNotContain(Access.Answer);
        member.SayYes().ShouldBeTrue();
        RoleRules.May(member.Roles, member.MayAnswer).ShouldContain(Access.Answer);
    }

    [Fact]
    public void Asking_again_does_not_undo_a_yes()
    {
        var member = Member(Roles.Employee);
        member.AskToAnswer();
        member.SayYes();
        member.AskToAnswer();

        member.MayAnswer.ShouldBe(MayAnswer.Yes);
    }

    [Fact]
    public void Who_comes_back_is_asked_anew()
    {
        var member = Member(Roles.Employee);
        member.AskToAnswer();
        member.SayYes();
        member.Leave();
        member.Return(Roles.Employee, null);

        member.MayAnswer.ShouldBe(MayAnswer.None);
    }

    [Theory]
    [InlineData(Roles.Employee, "member,signed-in")]
    [InlineData(Roles.Leader, "leader,member,signed-in")]
    [InlineData(Roles.CommunicationsLead, "lead,leader,member,signed-in")]
    [InlineData(Roles.Owner, "lead,leader,member,owner,signed-in")]
    public void Roles_say_what_one_may(Roles roles, string may) =>
        string.Join(',', RoleRules.May(roles, MayAnswer.None).Order(StringComparer.Ordinal)).ShouldBe(may);

    [Fact]
    public void The_last_owner_can_neither_leave_nor_step_down()
    {
        var (kari, jonas) = (Member(Roles.Owner), Member(Roles.Employee));

        RoleRules.LeavesNoOwner([kari, jonas], kari.Person, Roles.Employee, activeAfter: true).ShouldBeTrue();
        RoleRules.LeavesNoOwner([kari, jonas], kari.Person, Roles.Owner, activeAfter: false).ShouldBeTrue();
        RoleRules.LeavesNoOwner([kari, jonas], jonas.Person, Roles.Employee, activeAfter: false).ShouldBeFalse();
    }

    [Fact]
    public void One_of_two_owners_can_but_one_who_left_does_not_count()
    {
        var (kari, marit) = (Member(Roles.Owner), Member(Roles.Owner));
        RoleRules.LeavesNoOwner([kari, marit], kari.Person, Roles.Employee, activeAfter: true).ShouldBeFalse();

        marit.Leave();
        RoleRules.LeavesNoOwner([kari, marit], kari.Person, Roles.Employee, activeAfter: true).ShouldBeTrue();
    }

    private static Membership Member(Roles roles) =>
        Membership.Join(OrganisationId.New(), PersonId.New(), roles, null, Instant.FromUtc(2026, 11, 1, 8, 0));
}
