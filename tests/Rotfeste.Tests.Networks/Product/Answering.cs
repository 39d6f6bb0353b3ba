using Microsoft.Data.Sqlite;

namespace Rotfeste.Tests.Networks.Product;

/// <summary>The own yes of whoever set up, written where it is kept, for tests about something else. The product must not be running.</summary>
internal static class Answering
{
    public static void SayYes(ProductSettings product)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(product.DataFolder, "rotfeste.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE people_memberships SET MayAnswer = 2";
        command.ExecuteNonQuery().ShouldBeGreaterThan(0);
    }
}
