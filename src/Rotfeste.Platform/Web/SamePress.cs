using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Rotfeste.Platform.Web;

/// <summary>
/// The same button of the same page, pressed again at once: a double click, an impatient finger on a slow line. The second one waits for the
/// first and goes where it went, so that nothing is done twice. See docs/decisions/0042-same-press.md.
/// </summary>
internal sealed class SamePress(IOptions<AntiforgeryOptions> options)
{
    /// <summary>Whoever does the same again later means it.</summary>
    private const long Milliseconds = 10_000;

    // A page's token is drawn anew for each page, and only the last press of a page is remembered: taking, giving back and taking again are three.
    private readonly ConcurrentDictionary<string, Press> last = new(StringComparer.Ordinal);
    private long sweptAt = Environment.TickCount64;

    /// <summary>Lets a change be done once.</summary>
    public async Task HandleAsync(HttpContext http, RequestDelegate handle)
    {
        // A script that brings its token in a header reads the body itself.
        if (!http.Request.HasFormContentType
            || (options.Value.HeaderName is { } header && http.Request.Headers.ContainsKey(header))
            || await http.Request.ReadFormAsync(http.RequestAborted) is not { } form
            || form[options.Value.FormFieldName!] is not [{ Length: > 0 } page])
        {
            await handle(http);
            return;
        }

        Sweep();
        var press = new Press(WhatIsSaid(http.Request, form), Environment.TickCount64);
        Press? before = null;
        last.AddOrUpdate(page, press, (_, there) =>
        {
            before = there;
            return press;
        });
        try
        {
            if (before is not null && before.Says(press) && await before.LedTo.Task.WaitAsync(http.RequestAborted) is { } address)
            {
                http.Response.StatusCode = StatusCodes.Status303SeeOther;
                http.Response.Headers.Location = address;
            }
            else
            {
                await handle(http);
            }
        }
        finally
        {
            press.LedTo.SetResult(Repeatable(http.Response));
        }
    }

    // What was refused or thrown is tried again; what set a cookie must reach the browser itself.
    private static string? Repeatable(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status303SeeOther && response.Headers.SetCookie.Count == 0 ? response.Headers.Location.ToString() : null;

    private static string WhatIsSaid(HttpRequest request, IFormCollection form)
    {
        var said = new StringBuilder().Append(request.Path).Append(request.QueryString);
        foreach (var (name, values) in form)
            said.Append('\0').Append(name).AppendJoin('\u0001', values.ToArray());
        foreach (var file in form.Files)
            said.Append('\0').Append(file.Name).Append(file.FileName).Append(file.Length);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())));
    }

    private void Sweep()
    {
        var now = Environment.TickCount64;
        var then = Interlocked.Read(ref sweptAt);
        if (now - then < Milliseconds || Interlocked.CompareExchange(ref sweptAt, now, then) != then)
            return;

        foreach (var (page, press) in last)
        {
            if (now - press.At > Milliseconds)
                last.TryRemove(new KeyValuePair<string, Press>(page, press));
        }
    }

    private sealed class Press(string said, long at)
    {
        public long At => at;

        /// <summary>Where it sent the browser; null where it ended otherwise.</summary>
        public TaskCompletionSource<string?> LedTo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Says(Press other) => said == other.Said && other.At - at <= Milliseconds;

        private string Said => said;
    }
}
