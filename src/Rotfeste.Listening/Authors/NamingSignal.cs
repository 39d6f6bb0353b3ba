using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Authors;

/// <summary>Rung when posts came whose authors' names are not known.</summary>
internal sealed class NamingSignal : WakeUp;
