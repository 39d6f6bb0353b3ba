using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Rotfeste.Platform.Ui.Assets;

/// <summary>Where a bundled file lies: its name with the fingerprint that lets it be cached for good.</summary>
/// <param name="endpoints">All endpoints, those of the mapped static assets among them.</param>
public sealed class AssetMap(IEnumerable<EndpointDataSource> endpoints)
{
    private readonly Lazy<Dictionary<string, string>> addresses = new(() => Read(endpoints));

    /// <summary>The address of a file under wwwroot: "dist/app.css" is "/dist/app.h4sh.css", or "/dist/app.css" where nothing was fingerprinted.</summary>
    public string this[string name] => addresses.Value.GetValueOrDefault(name, "/" + name);

    private static Dictionary<string, string> Read(IEnumerable<EndpointDataSource> endpoints)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var endpoint in endpoints.SelectMany(source => source.Endpoints))
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not { } asset)
            {
                continue;
            }

            // Each file is listed several times; only the fingerprinted address carries the label of the plain one.
            var label = asset.Properties.FirstOrDefault(property => property.Name == "label")?.Value;
            if (label is not null)
            {
                read[label] = "/" + asset.Route;
            }
        }

        return read;
    }
}
