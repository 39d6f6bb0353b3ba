using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.People;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Tests.Hosting;

/// <summary>docs/access.md says who may do what; every endpoint is walked by every role and by people from elsewhere.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private static readonly (string Email, string[] Satisfies)[] Members =
    [
        ("employee@alfa.example", [Access.SignedIn, Access.Member]),
        ("answers@alfa.example", [Access.SignedIn, Access.Member, Access.Answer]),
        ("leader@alfa.example", [Access.SignedIn, Access.Member, Access.Leader]),
        ("lead@alfa.example", [Access.SignedIn, Access.Member, Access.Leader, Access.Lead]),
        ("owner@alfa.example", [Access.SignedIn, Access.Member, Access.Leader, Access.Lead, Access.Owner]),
    ];

    private TestApp app = null!;
    private List<RouteEndpoint> endpoints = [];

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(settings: s => s with { IsExample = true });
        endpoints = [.. app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => !e.RoutePattern.RawText!.StartsWith("dist/", StringComparison.Ordinal))];
        await PlantAsync("Alfa", Member("owner", Roles.Owner), Member("lead", Roles.CommunicationsLead), Member("leader", Roles.Leader),
            Member("employee", Roles.Employee), Member("answers", Roles.Employee, mayAnswer: true));
        await PlantAsync("Beta", Member("owner", Roles.Owner, "beta"));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public void The_table_in_the_docs_is_the_one_in_force() =>
        Documented().ShouldBe(endpoints.SelectMany(Lines).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Each_role_gets_where_the_table_says_and_nowhere_else()
    {
        foreach (var (email, satisfies) in Members)
        {
            using var visitor = await SignInAsync(email);
            // Who may found another organisation depends on what one owns elsewhere; that has a test of its own.
            foreach (var (method, address, policy) in Guarded().Where(e => !e.Address.StartsWith("/organisations", StringComparison.Ordinal) && !IsForPrograms(e.Address)))
            {
                var status = await AskAsync(visitor, method, address);
                (status == HttpStatusCode.Forbidden).ShouldBe(!satisfies.Contains(policy), $"{email} {method} {address} ({policy}) got {status}");
            }
        }
    }

    [Fact]
    public async Task A_token_gets_as_far_as_its_person_and_a_cookie_nowhere()
    {
        foreach (var (email, satisfies) in Members)
        {
            using var visitor = await SignInAsync(email);
            var cookie = Guarded().First(e => IsForPrograms(e.Address));
            (await AskAsync(visitor, cookie.Method, cookie.Address)).ShouldBe(HttpStatusCode.Unauthorized);

            // The form offers less; more is asked for, and left out.
            var page = await visitor.OpenAsync("/alfa/profile/tokens");
            var made = await visitor.SendAsync(page, "/alfa/profile/tokens", [("name", "walk"), ("days", "30"), .. Scopes.All.Select(s => ("scope", s))]);
            using var program = new Visitor(app.Address);
            program.Http.DefaultRequestHeaders.Authorization = new("Bearer", made.Document.QuerySelector("[name=made]")!.GetAttribute("value"));
            foreach (var (method, address, policy) in Guarded().Where(e => IsForPrograms(e.Address)))
            {
                var status = await AskAsync(program, method, address);
                (status == HttpStatusCode.Forbidden).ShouldBe(!satisfies.Contains(Scopes.Needs(policy)), $"{email} {method} {address} ({policy}) got {status}");
                (await AskAsync(program, method, address.Replace("/alfa", "/beta", StringComparison.Ordinal))).ShouldBe(HttpStatusCode.NotFound);
            }

            (await AskAsync(program, "GET", "/alfa/inbox")).ShouldBe(HttpStatusCode.Found);
        }
    }

    [Fact]
    public async Task Nobody_from_another_organisation_finds_anything()
    {
        using var visitor = await SignInAsync("owner@beta.example");
        foreach (var (method, address, _) in Guarded().Where(e => e.Address.StartsWith("/alfa", StringComparison.Ordinal)))
            (await AskAsync(visitor, method, address)).ShouldBe(HttpStatusCode.NotFound, $"{method} {address}");
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in()
    {
        using var visitor = app.NewVisitor();
        foreach (var (method, address, _) in Guarded())
            (await AskAsync(visitor, method, address)).ShouldBeOneOf(HttpStatusCode.Found, HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("employee@alfa.example", HttpStatusCode.Forbidden)]
    [InlineData("owner@alfa.example", HttpStatusCode.OK)]
    public async Task Only_owners_found_further_organisations(string email, HttpStatusCode expected)
    {
        using var visitor = await SignInAsync(email);
        (await AskAsync(visitor, "GET", "/organisations/new")).ShouldBe(expected);
    }

    private static ExamplePerson Member(string name, Roles roles, string organisation = "alfa", bool mayAnswer = false) =>
        new(name, name, $"{name}@{organisation}.example", null, roles, mayAnswer, null);

    private static bool IsForPrograms(string address) => address.StartsWith("/api/", StringComparison.Ordinal);

    private static async Task<HttpStatusCode> AskAsync(Visitor visitor, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method != "GET")
            request.Content = IsForPrograms(address) ? new StringContent("{}", System.Text.Encoding.UTF8, "application/json") : new FormUrlEncodedContent([]);
        using var answer = await visitor.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }

    private static IEnumerable<string> Documented() =>
        File.ReadAllLines(Path.Combine(Checkout.Root, "docs", "access.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries)).Select(c => $"{c[1].Trim('`')} {c[2]}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(RouteEndpoint endpoint) =>
        MethodsOf(endpoint).Select(m => $"{m} /{endpoint.RoutePattern.RawText!.TrimStart('/')} {PolicyOf(endpoint) ?? "anyone"}");

    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Where(m => m != "HEAD") ?? [];

    private static string? PolicyOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        ? null
        : endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).SingleOrDefault(p => p is not null);

    private IEnumerable<(string Method, string Address, string Policy)> Guarded() => endpoints
        .Where(e => PolicyOf(e) is not null)
        .SelectMany(e => MethodsOf(e).Select(m => (m, AddressOf(e), PolicyOf(e)!)));

    // Ids that nobody has: who is let in finds nothing, who is not never learns that.
    private static string AddressOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "organisation" } => "alfa",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart number when number.ParameterPolicies.Any(p => p.Content == "int") => "1",
            _ => Guid.Empty.ToString(),
        }))));

    private async Task PlantAsync(string name, params ExamplePerson[] people)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        await PeopleRoom.PlantExampleAsync(
            scope.ServiceProvider,
            new ExamplePeople(name, OrganisationKind.Public, "nb", [], people, SystemClock.Instance.GetCurrentInstant()),
            CancellationToken.None);
    }

    private async Task<Visitor> SignInAsync(string email)
    {
        var visitor = app.NewVisitor();
        var page = await visitor.OpenAsync("/sign-in");
        (await visitor.SendAsync(page, "/sign-in/example", ("example", email))).Address.ShouldNotStartWith("/sign-in");
        return visitor;
    }
}
