using System.Net.WebSockets;

namespace Rotfeste.Networks.Jetstream;

/// <summary>Tells faults of the network from bugs.</summary>
internal static class StreamFaults
{
    public static bool IsOutside(Exception fault) =>
        fault is WebSocketException or HttpRequestException or IOException or OperationCanceledException;

    public static StreamBreak WhenConnecting(Exception fault) => fault switch
    {
        WebSocketException { InnerException: HttpRequestException } => StreamBreak.Unreachable,
        WebSocketException => StreamBreak.Refused,
        OperationCanceledException => StreamBreak.TimedOut,
        _ => StreamBreak.Unreachable,
    };
}
