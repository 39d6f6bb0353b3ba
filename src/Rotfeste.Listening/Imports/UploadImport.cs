using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Listening.Sources;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Imports;

/// <summary>A file of posts, uploaded: it is kept first and read afterwards, so that the page answers at once.</summary>
internal sealed class UploadImport(
    AppDb db, CurrentCaller caller, StartImport start, DueWork due, ListSources list, IClock clock, IStringLocalizer<Sources.Texts> texts)
{
    private const long MostBytes = 1024L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/imports", (IFormCollection form, UploadImport upload, CancellationToken cancellation) =>
            upload.HandleAsync(form, cancellation))
            .RequireAuthorization(Access.Lead).WithMetadata(new LargeFiles()).WithFormOptions(multipartBodyLengthLimit: MostBytes);

    private async Task<IResult> HandleAsync(IFormCollection form, CancellationToken cancellation)
    {
        // Not a parameter: routing would answer before authorization where a form of another kind is sent.
        if (form.Files["file"] is not { Length: > 0 } file)
            return await list.RefusedAsync("", new Refusal("file", texts["FileMissing"]), cancellation);
        await using var content = file.OpenReadStream();
        var import = await start.RunAsync(
            caller.Required.Organisation, file.FileName, content, form.Text("all") == "true", caller.Required.Person, texts["Kind.Import"], cancellation);
        await due.ScheduleAsync(new ReadImportJob(import.Organisation, import.Id), clock.GetCurrentInstant(), $"import {import.Id}", cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("sources#imports"));
    }

    private sealed class LargeFiles : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => MostBytes;
    }
}
