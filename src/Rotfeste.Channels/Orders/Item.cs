using System.Text.Json;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Orders;

/// <summary>
/// An order to send. Once its record is stored under a record key, exactly those bytes are sent at every try, so that the
/// network has it once however often we ask.
/// </summary>
internal sealed class Item : IBelongToOrganisation, IVersioned
{
    private Item()
    {
    }

    public ItemId Id { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public ChannelId Channel { get; private set; }

    public PersonId By { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Tags with a comma between.</summary>
    public string Languages { get; private set; } = "";

    public string RootUri { get; private set; } = "";

    public string RootVersion { get; private set; } = "";

    public string ParentUri { get; private set; } = "";

    public string ParentVersion { get; private set; } = "";

    /// <summary>JSON; null for none.</summary>
    public string? Pictures { get; private set; }

    public Instant NotBefore { get; private set; }

    public ItemState State { get; private set; }

    public ItemReason Reason { get; private set; }

    public Instant? NextTry { get; private set; }

    public int Tries { get; private set; }

    /// <summary>The network's address: chosen before the first try where the network lets us choose, else known once it is sent.</summary>
    public string? Uri { get; private set; }

    /// <summary>Where people read it, where the address alone does not tell.</summary>
    public string? WebLink { get; private set; }

    /// <summary>The bytes that go out.</summary>
    public byte[]? Record { get; private set; }

    public Instant? SentAt { get; private set; }

    public long Version { get; set; }

    public IReadOnlyList<ItemPicture> PicturesInOrder() =>
        Pictures is null ? [] : JsonSerializer.Deserialize<List<ItemPicture>>(Pictures, StoredJson.Options) ?? [];

    public bool AnswersNobody => ParentUri.Length == 0;

    public bool IsSettled => State is ItemState.TakenBack or ItemState.Sent or ItemState.Refused;

    public static Item Order(OrganisationId organisation, SendItem order) => new()
    {
        Id = order.Id,
        Organisation = organisation,
        Channel = order.Channel,
        By = order.By,
        Text = order.Text,
        Languages = string.Join(',', order.Languages),
        RootUri = order.Root.Uri,
        RootVersion = order.Root.Version,
        ParentUri = order.Parent.Uri,
        ParentVersion = order.Parent.Version,
        Pictures = order.Pictures.Count == 0 ? null : JsonSerializer.Serialize(order.Pictures, StoredJson.Options),
        NotBefore = order.NotBefore,
        State = ItemState.Queued,
        NextTry = order.NotBefore,
    };

    /// <summary>A post of our own: it has no place in anybody's thread.</summary>
    public static Item Order(OrganisationId organisation, PublishItem order) => new()
    {
        Id = order.Id,
        Organisation = organisation,
        Channel = order.Channel,
        By = order.By,
        Text = order.Text,
        Languages = string.Join(',', order.Languages),
        NotBefore = order.NotBefore,
        State = ItemState.Queued,
        NextTry = order.NotBefore,
    };

    /// <summary>What went out, or never will, is forgotten here. False while it may still go out.</summary>
    public bool ForgetWords()
    {
        if (!IsSettled)
            return false;
        (Text, Record, Pictures) = ("", null, null);
        return true;
    }

    /// <summary>False when it is too late: the record is made, or the order is settled.</summary>
    public bool TakeBack()
    {
        if (State != ItemState.Queued)
            return false;
        Stand(ItemState.TakenBack, ItemReason.None, null);
        return true;
    }

    /// <summary>The record is chosen for good, and on its way.</summary>
    /// <exception cref="InvalidOperationException">There is a record already, or the order no longer waits: a bug.</exception>
    public void Fix(string? uri, byte[] record)
    {
        if (State != ItemState.Queued || Record is not null)
            throw new InvalidOperationException("An item gets one record, while it is queued.");
        (Uri, Record) = (uri, record);
        Stand(ItemState.Sending, ItemReason.None, null);
    }

    /// <summary>The network has told where it is.</summary>
    public void Find(string uri, string? webLink) => (Uri, WebLink) = (uri, webLink);

    /// <summary>Something keeps it from going now. True when others should hear of it.</summary>
    public bool Wait(ItemReason reason, Instant nextTry)
    {
        MustBeOpen();
        Tries++;
        return Stand(Record is null ? ItemState.Queued : ItemState.Sending, reason, nextTry);
    }

    /// <summary>It may have gone out. True when others should hear of it.</summary>
    public bool LoseSight(ItemReason reason, Instant nextTry)
    {
        MustBeOpen();
        if (Record is null)
            throw new InvalidOperationException("What has no record cannot be out.");
        Tries++;
        return Stand(ItemState.OutcomeUnknown, reason, nextTry);
    }

    /// <summary>The network has it.</summary>
    public void MarkSent(Instant now)
    {
        MustBeOpen();
        SentAt = now;
        Stand(ItemState.Sent, ItemReason.None, null);
    }

    /// <summary>The network said no, and surely does not have it.</summary>
    public void Refuse(ItemReason reason)
    {
        MustBeOpen();
        Stand(ItemState.Refused, reason, null);
    }

    /// <summary>False unless it is refused. The record stays the same, so that it still cannot go out twice.</summary>
    public bool TryAgain(Instant now)
    {
        if (State != ItemState.Refused)
            return false;
        Tries = 0;
        Stand(Record is null ? ItemState.Queued : ItemState.Sending, ItemReason.None, now);
        return true;
    }

    private void MustBeOpen()
    {
        if (IsSettled)
            throw new InvalidOperationException($"The item is {State}.");
    }

    private bool Stand(ItemState state, ItemReason reason, Instant? nextTry)
    {
        var differs = State != state || Reason != reason;
        (State, Reason, NextTry) = (state, reason, nextTry);
        return differs;
    }
}
