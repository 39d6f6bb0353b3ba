using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Notices;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Webhooks;

/// <summary>A notice that waits to go to a room in Slack or Teams; it is put into words when it goes.</summary>
internal sealed class WebhookMessage : IBelongToOrganisation
{
    private WebhookMessage()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public Guid Webhook { get; private init; }

    public string Kind { get; private init; } = "";

    public string ValuesJson { get; private init; } = "[]";

    public string Address { get; private init; } = "";

    public Instant WrittenAt { get; private init; }

    public IReadOnlyList<string> Values => JsonSerializer.Deserialize<string[]>(ValuesJson) ?? [];

    public static WebhookMessage Write(Webhook to, Notice notice, Instant now) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = to.Organisation,
        Webhook = to.Id,
        Kind = notice.Kind,
        ValuesJson = JsonSerializer.Serialize(notice.Values.Take(WrittenNotice.MostValues)),
        Address = notice.Address,
        WrittenAt = now,
    };

    public static void Map(ModelBuilder model) => model.Entity<WebhookMessage>(row =>
    {
        row.ToTable("people_webhook_messages");
        row.Property(m => m.Id).ValueGeneratedNever();
        row.Ignore(m => m.Values);
        row.HasIndex(m => m.Webhook);
    });
}
