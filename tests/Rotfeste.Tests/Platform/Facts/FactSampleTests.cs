using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rotfeste.Host.Server;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Platform.Facts;

/// <summary>
/// Facts are kept for good, so every shape that was ever published must be readable for good. Samples/ holds one fact of
/// each version as it was stored; a sample is never changed, a changed shape gets a new version, a new type and a new sample.
/// </summary>
public sealed class FactSampleTests
{
    private static readonly string Samples = Path.Combine(Checkout.Root, "tests", "Rotfeste.Tests", "Platform", "Facts", "Samples");

    private static readonly JsonSerializerOptions Strict = new(StoredJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    [Fact]
    public void Every_published_fact_has_a_sample_and_every_sample_a_type() =>
        Types().Select(FileOf).Order(StringComparer.Ordinal)
            .ShouldBe(Directory.GetFiles(Samples).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_sample_is_read_by_todays_type_without_loss() =>
        Types().Where(t => File.Exists(Path.Combine(Samples, FileOf(t))))
            .Select(t => (Fact: t.Name, Complaint: Complain(t, File.ReadAllText(Path.Combine(Samples, FileOf(t))))))
            .Where(c => c.Complaint is not null).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"organisation":"0199b2c3-4d5e-7001-8a9b-0c1d2e3f4a5b","count":3,"color":"light-blue"}""", "a member was renamed")]
    [InlineData("""{"organisation":"0199b2c3-4d5e-7001-8a9b-0c1d2e3f4a5b","count":3}""", "a member was added")]
    [InlineData("""{"organisation":"0199b2c3-4d5e-7001-8a9b-0c1d2e3f4a5b","count":3,"colour":"light-blue","size":1}""", "a member was taken away")]
    [InlineData("""{"organisation":"0199b2c3-4d5e-7001-8a9b-0c1d2e3f4a5b","count":3,"colour":"pale-blue"}""", "a named value was renamed")]
    [InlineData("""{"organisation":"0199b2c3-4d5e-7001-8a9b-0c1d2e3f4a5b","count":3.5,"colour":"light-blue"}""", "a number became whole")]
    public void A_sample_that_no_longer_fits_its_type_is_found(string sample, string because) =>
        Complain(typeof(Painted), sample).ShouldNotBeNull(because);

    [Fact]
    public void A_sample_that_fits_is_let_through() =>
        Complain(typeof(Painted), """{"organisation":"0199b2c3-4d5e-7001-8a9b-0c1d2e3f4a5b","count":3,"colour":"light-blue"}""").ShouldBeNull();

    private static string? Complain(Type type, string sample)
    {
        try
        {
            var fact = JsonSerializer.Deserialize(sample, type, Strict)!;
            var again = CanonicalJson.Of(fact);
            return again == CanonicalJson.Again(sample) ? null : $"is written as {again}";
        }
        catch (JsonException cause)
        {
            return cause.Message;
        }
    }

    private static IEnumerable<Type> Types() => typeof(HostApp).Assembly.GetReferencedAssemblies()
        .Where(a => a.Name!.StartsWith("Rotfeste.", StringComparison.Ordinal))
        .SelectMany(a => Assembly.Load(a).GetTypes())
        .Where(t => t.GetCustomAttribute<FactNameAttribute>() is not null);

    private static string FileOf(Type type) =>
        type.GetCustomAttribute<FactNameAttribute>() is { } name ? $"{name.Name}.{name.Version}.json" : throw new InvalidOperationException(type.Name);

    private enum Colour
    {
        DarkBlue,
        LightBlue,
    }

    private sealed record Painted(OrganisationId Organisation, int Count, Colour Colour) : IFact;
}
