using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Slots;

namespace Rotfeste.Platform.Ui.Layouts;

/// <summary>One entry of the rail as this person sees it now.</summary>
/// <param name="Item">The room's entry.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Label">Its words.</param>
/// <param name="TabLabel">The same on the phone's tabs.</param>
/// <param name="Count">What waits there.</param>
/// <param name="IsCurrent">The page being shown stands under it.</param>
public sealed record RailEntry(NavigationItem Item, string Address, string Label, string TabLabel, NavigationCount Count, bool IsCurrent);

/// <summary>The rail and the phone's tabs for one request.</summary>
/// <param name="Caller">Who it is drawn for.</param>
/// <param name="Entries">What this person may see, in order.</param>
/// <param name="Search">Where a search is sent, or null where no room answers searches.</param>
public sealed record RailView(Caller Caller, IReadOnlyList<RailEntry> Entries, string? Search)
{
    /// <summary>The entries of one group.</summary>
    public IEnumerable<RailEntry> Of(NavigationPlace place) => Entries.Where(entry => entry.Item.Place == place);

    internal static async Task<RailView> Load(HttpContext context, Caller caller)
    {
        var services = context.RequestServices;
        var items = services.GetServices<NavigationItem>()
            .Where(item => caller.May.Contains(item.Policy))
            .OrderBy(item => item.Place).ThenBy(item => item.Order);

        // One after the other: they share the request's database connection.
        var entries = new List<RailEntry>();
        foreach (var item in items)
        {
            var count = item.Count is null ? default : await item.Count(services, caller, context.RequestAborted);
            var address = caller.To(item.Path);
            var label = item.Label(services);
            entries.Add(new(item, address, label, item.TabLabel?.Invoke(services) ?? label, count, IsAt(context.Request.Path, address)));
        }

        var search = services.GetService<SearchPage>();
        return new(caller, entries, search is null ? null : caller.To(search.Path));
    }

    private static bool IsAt(PathString path, string address) => path.StartsWithSegments(address);
}
