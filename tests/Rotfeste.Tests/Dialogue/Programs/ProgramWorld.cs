using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Programs;
using Rotfeste.People.Contracts;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Programs;

/// <summary>A program that works for one of the people of a <see cref="DialogueWorld"/>.</summary>
internal sealed class Program(HttpClient http) : IDisposable
{
    public HttpClient Http => http;

    /// <summary>Makes a token on the person's own page, as a person does, and takes it to a new program.</summary>
    public static async Task<Program> OfAsync(DialogueWorld world, string mail, params IReadOnlyList<string> scopes)
    {
        using var visitor = await world.SignInAsync(mail);
        var code = await MakeTokenAsync(world, visitor, scopes.Count == 0 ? Scopes.All : scopes);
        var http = new HttpClient { BaseAddress = new Uri(world.App.Address, $"/api/v1{world.Path}/") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", code);
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("nb");
        return new Program(http);
    }

    public static async Task<string> MakeTokenAsync(DialogueWorld world, Visitor visitor, IReadOnlyList<string> scopes)
    {
        var page = await visitor.OpenAsync($"{world.Path}/profile/tokens");
        var made = await visitor.SendAsync(
            page, $"{world.Path}/profile/tokens", [("name", "Fagsystemet"), ("days", "90"), .. scopes.Select(s => ("scope", s))]);
        return made.Document.QuerySelector("[name=made]")!.GetAttribute("value")!;
    }

    /// <summary>As if a program had answered there.</summary>
    public static Task RepliedAsync(DialogueWorld world, ConversationId conversation) => world.ReadAsync(db =>
    {
        db.Add(new RepeatedReply
        {
            Organisation = world.Organisation,
            Person = world.Person(DialogueWorld.Kari),
            Key = $"svar {conversation}",
            Asked = "",
            Conversation = conversation,
            Answer = AnswerId.New(),
            GoesAt = SystemClock.Instance.GetCurrentInstant(),
        });
        return db.SaveChangesAsync();
    });

    public async Task<JsonElement> ReadAsync(string address)
    {
        using var answer = await http.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Sends JSON, and gives status and what came back.</summary>
    public async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string address, object? json = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (json is not null)
            request.Content = JsonContent.Create(json);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await http.SendAsync(request);
        if ((int)answer.StatusCode >= 400)
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();
}
