using System.Net;
using System.Text.RegularExpressions;
using Rotfeste.Bench.Grounds;

namespace Rotfeste.Bench.Pages;

/// <summary>Signs in as a person does, for the cookie.</summary>
internal static partial class Visit
{
    /// <summary>The value of the Cookie header.</summary>
    /// <param name="address">Of the product.</param>
    /// <param name="email">Who.</param>
    /// <param name="desk">People sit in different places; from one alone only some may sign in a minute.</param>
    public static async Task<string> SignInAsync(Uri address, string email = Founded.Email, int desk = 0)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", $"10.0.0.{desk}");
        var token = Token().Match(await http.GetStringAsync("/sign-in"));
        using var form = new FormUrlEncodedContent(
        [
            new("email", email), new("password", Founded.Password), new("return", "/"), new(token.Groups["name"].Value, token.Groups["value"].Value),
        ]);
        using var answer = await http.PostAsync("/sign-in", form);
        if (answer.StatusCode is not HttpStatusCode.SeeOther)
            throw new InvalidOperationException($"Signing in answered {(int)answer.StatusCode}.");
        return cookies.GetCookieHeader(address);
    }

    [GeneratedRegex("""<input[^>]*name="(?<name>__RequestVerificationToken)"[^>]*value="(?<value>[^"]*)""", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
