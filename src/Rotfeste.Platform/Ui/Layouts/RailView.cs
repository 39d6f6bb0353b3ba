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
/// <param name="At">The path of the page it stands on.</param>
/// <param name="Entries">What this person may see, in order.</param>
/// <param name="Search">Where a search is sent, or null where no room answers searches.</param>
public sealed record RailView(Caller Caller, string At, IReadOnlyList<RailEntry> Entries, string? Search)
{
    /// <summary>The topics on which a count may have changed, parted by spaces.</summary>
    public string Topics => string.Join(' ', Entries
        .Where(entry => entry.Item.Count is not null)
        .Select(entry => entry.Item.Topic ?? entry.Item.Path)
        .Where(topic => topic.Length > 0)
        .Distinct());

    /// <summary>Where the same rail is fetched again.</summary>
    public string Again => $"{Caller.To("rail")}?at={Uri.EscapeDataString(At)}";

    /// <summary>The entries of one group.</summary>
    public IEnumerable<RailEntry> Of(NavigationPlace place) => Entries.Where(entry => entry.Item.Place == place);

    internal static async Task<RailView> LoadAsync(IServiceProvider services, Caller caller, PathString at, CancellationToken cancellation)
    {
        var items = services.GetServices<NavigationItem>()
            .Where(item => caller.May.Contains(item.Policy))
            .OrderBy(item => item.Place).ThenBy(item => item.Order);

        // One after the other: they share the request's database connection.
        var entries = new List<RailEntry>();
        foreach (var item in items)
        {
            var count = item.Count is null ? default : await item.Count(services, caller, cancellation);
            var label = item.Label(services);
            entries.Add(new(item, Address(caller, item), label, item.TabLabel?.Invoke(services) ?? label, count, IsAt(at, caller, item)));
        }

        var search = services.GetService<SearchPage>();
        return new(caller, at.Value ?? "", entries, search is null ? null : caller.To(search.Path));
    }

    private static string Address(Caller caller, NavigationItem item) =>
        item.Path.Length == 0 ? caller.Path : caller.To(item.Path);

    // An organisation's front page is the start of every other address, so only itself is under it.
    private static bool IsAt(PathString at, Caller caller, NavigationItem item) => item.Path.Length == 0
        ? string.Equals(at.Value?.TrimEnd('/'), caller.Path, StringComparison.OrdinalIgnoreCase)
        : Array.Exists([item.Path, .. item.Under ?? []], path => at.StartsWithSegments(caller.To(path), StringComparison.OrdinalIgnoreCase));
}
