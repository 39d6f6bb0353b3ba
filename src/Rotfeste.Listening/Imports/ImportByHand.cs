using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Imports;

/// <summary>Reads a file from the command line, to its end; one that was interrupted goes on where it was.</summary>
internal static class ImportByHand
{
    public static async Task RunAsync(
        IServiceProvider services, OrganisationId organisation, string file, bool takesAll, Action<ImportProgress> tell, CancellationToken cancellation)
    {
        services.GetRequiredService<CurrentOrganisation>().Choose(organisation);
        var db = services.GetRequiredService<AppDb>();
        Import import;
        await using (var content = File.OpenRead(file))
            import = await services.GetRequiredService<StartImport>().RunAsync(organisation, file, content, takesAll, null, "Import", cancellation);
        await db.SaveChangesAsync(cancellation);
        var read = services.GetRequiredService<ReadImport>();
        bool goesOn;
        do
        {
            goesOn = await read.ReadSomeAsync(organisation, import.Id, cancellation);
            var now = await db.Set<Import>().AsNoTracking().FirstAsync(i => i.Id == import.Id, cancellation);
            tell(new(now.Position, now.Size, now.Lines, now.Received, now.Found, now.Bad, now.WrongLines));
        }
        while (goesOn);
    }
}
