using Microsoft.Extensions.Logging;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Orders;

namespace Rotfeste.Channels.Bluesky;

/// <summary>What it means that something lies, or does not lie, under a record key.</summary>
internal sealed partial class RecordJudging(ILogger<RecordJudging> log)
{
    public SendVerdict Of(Item item, LookedAt seen)
    {
        if (seen == LookedAt.Another)
            LogTaken(item.Id);
        return seen switch
        {
            LookedAt.Ours => new SendVerdict.Has(),
            LookedAt.Another => new SendVerdict.No(ItemReason.RecordRefused),
            _ => new SendVerdict.Unknown(ItemReason.Unreachable),
        };
    }

    [LoggerMessage(LogLevel.Error, "The record key of item {Item} holds something else")]
    private partial void LogTaken(ItemId item);
}
