using Microsoft.AspNetCore.Http;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Pages;
using Rotfeste.Agreements.Records;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Agreements.Pages;

/// <summary>Who may have been in a meeting, where few are asked and where two thousand are.</summary>
public sealed class SeatViewsTests
{
    private static readonly IReadOnlyList<Colleague> Everyone =
    [
        .. Enumerable.Range(0, 2000).Select(i => new Colleague(
            PersonId.New(), $"Person {i:0000}", null, i % 2 == 0 ? "Drift" : "Kultur", true, true, Roles.Employee)),
    ];

    [Fact]
    public void Few_stand_there_all_of_them_and_nobody_is_looked_for()
    {
        var viewer = Viewer(12);

        SeatViews.Shown(viewer).Count.ShouldBe(12);
        SeatViews.Find(viewer).ShouldBeNull();
    }

    [Fact]
    public void Among_two_thousand_a_page_stays_small_and_tells_how_many_there_are()
    {
        var viewer = Viewer(2000);

        SeatViews.Shown(viewer).Count.ShouldBe(30);
        var find = SeatViews.Find(viewer)!;
        find.Of.ShouldBe(2000);
        find.Units.ShouldBe(["Drift", "Kultur"]);
    }

    [Fact]
    public void They_are_found_by_name_and_unit_and_whoever_is_ticked_stays_first()
    {
        var ticked = Everyone[1999].Person;
        var viewer = Viewer(2000, ("find.name", "person 00"), ("find.unit", "Drift"), ($"there.{ticked}", "yes"), ($"why.{ticked}", "Vi rekker det."));

        var shown = SeatViews.Shown(viewer);

        (shown[0].Person, shown[0].WasThere, shown[0].Why).ShouldBe((ticked.Value, true, "Vi rekker det."));
        shown.Skip(1).Select(s => s.Name).ShouldBe(Enumerable.Range(0, 50).Select(i => $"Person {2 * i:0000}"));
    }

    private static Viewer Viewer(int asked, params (string Field, string Text)[] typed)
    {
        var people = Everyone.Take(asked).ToList();
        var set = new PartiesSet(people[0].Person, people[0].Person, [.. people.Select(p => new Asked(p.Person, Directions.Sideways))]);
        var now = Instant.FromUtc(2026, 11, 25, 8, 0);
        var row = Agreement.Open(AgreementId.New(), new OrganisationId(Guid.NewGuid()), new Subject("trial", Guid.NewGuid()));
        return new Viewer(
            new OpenAgreement(row, History.Of([new Happened(1, now, people[0].Person, set)]), DateTimeZone.Utc, now), people[0].Person, "/",
            people.ToDictionary(p => p.Person), new Dictionary<WordsId, WordsRow>(),
            new FormCollection(typed.ToDictionary(t => t.Field, t => new Microsoft.Extensions.Primitives.StringValues(t.Text))), []);
    }
}
