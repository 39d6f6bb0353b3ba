using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Calling;
using Rotfeste.People.Contracts;
using Rotfeste.People.Front;
using Rotfeste.People.Invitations;
using Rotfeste.People.Members;
using Rotfeste.People.Memberships;
using Rotfeste.People.Organisations;
using Rotfeste.People.Passkeys;
using Rotfeste.People.Passwords;
using Rotfeste.People.Profiles;
using Rotfeste.People.Setup;
using Rotfeste.People.SignIns;
using Rotfeste.People.Tokens;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Slots;

namespace Rotfeste.People;

/// <summary>The room's use cases, and where they are mapped.</summary>
internal static class PeopleScreens
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<SetupCodes>().AddScoped<SetUp>().AddScoped<SetUpCheck>();
        services.AddScoped<Sessions>().AddScoped<SignIn>().AddScoped<SignInScreen>().AddScoped<AskForLink>();
        services.AddScoped<PasswordCheck>().AddScoped<ForgetPassword>().AddScoped<ResetPassword>().AddScoped<MakeResetLink>();
        services.AddScoped<NewPasskeys>().AddScoped<KeepPasskeys>();
        services.AddScoped<Founding>().AddScoped<FoundAnother>().AddScoped<AddOrganisation>().AddScoped<SettleOrganisation>();
        services.AddScoped<ProfileScreen>().AddScoped<ChangeProfile>().AddScoped<ChangePassword>().AddScoped<EndSessions>().AddScoped<AnswerForUs>();
        services.AddScoped<KeepTokens>().AddSingleton(KeepTokens.Slot);
        services.AddScoped<ShowPeople>().AddScoped<MemberScreen>().AddScoped<PlaceMember>().AddScoped<GiveAnswering>().AddScoped<DepartMember>();
        services.AddScoped<Invite>().AddScoped<InvitationScreen>().AddScoped<AcceptInvitation>().AddScoped<Joining>();
        services.AddScoped<UnitChoices>().AddScoped<UnitScreen>().AddScoped<UnitNames>().AddScoped<KeepUnits>();
        services.AddSingleton(new NavigationItem(
            NavigationPlace.Below, 90, "people", null, Access.Member,
            scope => scope.GetRequiredService<IStringLocalizer<Members.Texts>>()["People"], AskedAsync));
    }

    public static void MapFront(IEndpointRouteBuilder routes)
    {
        FrontDoor.Map(routes);
        SetUp.Map(routes);
        SignIn.Map(routes);
        SignOut.Map(routes);
        LookAsExample.Map(routes);
        AskForLink.Map(routes);
        UseLink.Map(routes);
        ForgetPassword.Map(routes);
        ResetPassword.Map(routes);
        PasskeyOptions.Map(routes);
        ProfileScreen.Map(routes);
        ChangeProfile.Map(routes);
        ChangePassword.Map(routes);
        EndSessions.Map(routes);
        KeepPasskeys.Map(routes);
        FoundAnother.Map(routes);
    }

    public static void MapInside(IEndpointRouteBuilder organisation)
    {
        ShowPeople.Map(organisation);
        MemberScreen.Map(organisation);
        PlaceMember.Map(organisation);
        GiveAnswering.Map(organisation);
        DepartMember.Map(organisation);
        Invite.Map(organisation);
        WithdrawInvitation.Map(organisation);
        InvitationScreen.Map(organisation);
        AcceptInvitation.Map(organisation);
        MyPlace.Map(organisation);
        AnswerForUs.Map(organisation);
        ChooseName.Map(organisation);
        KeepTokens.Map(organisation);
        UnitScreen.Map(organisation);
        KeepUnits.Map(organisation);
        SettleOrganisation.Map(organisation);
        PeopleNotices.Map(organisation);
    }

    // A leader's wish that waits for the person's own yes; known without asking the database.
    private static async ValueTask<NavigationCount> AskedAsync(IServiceProvider scope, Caller caller, CancellationToken cancellation)
    {
        var me = await scope.GetRequiredService<KnownPeople>().FindAsync(caller.Person, cancellation);
        var isAsked = me?.Seats.Any(s => s.Organisation == caller.Organisation && s.MayAnswer == MayAnswer.Asked) == true;
        return new NavigationCount(isAsked ? 1 : 0);
    }
}
