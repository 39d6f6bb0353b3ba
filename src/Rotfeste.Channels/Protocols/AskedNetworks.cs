using Microsoft.Extensions.DependencyInjection;

namespace Rotfeste.Channels.Protocols;

/// <summary>Finds a network by its name.</summary>
internal sealed class AskedNetworks(IServiceProvider services)
{
    public INetwork Of(string name) => services.GetRequiredKeyedService<INetwork>(name);
}
