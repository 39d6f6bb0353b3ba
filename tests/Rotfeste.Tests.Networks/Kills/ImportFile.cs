using System.Net;
using System.Text;

namespace Rotfeste.Tests.Networks.Kills;

/// <summary>A file of posts as a person uploads it, written while it is sent.</summary>
internal static class ImportFile
{
    public static async Task UploadAsync(Desk desk, IEnumerable<string> lines)
    {
        var page = await desk.OpenAsync("sources");
        var token = page.Document.QuerySelector("form input[name^=__Req]")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token.GetAttribute("value")!), token.GetAttribute("name")! },
            { new StringContent("true"), "all" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', lines) + '\n')), "file", "innlegg.jsonl" },
        };
        try
        {
            (await desk.Http.PostAsync($"{desk.Organisation}/imports", form)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        }
        catch (HttpRequestException)
        {
            // It died under the request: the file was kept before that.
        }
    }
}
