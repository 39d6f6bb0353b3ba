using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Channels.Accounts;

/// <summary>A channel and whose it is: what work in the background needs to enter the right organisation.</summary>
internal readonly record struct ChannelKey(OrganisationId Organisation, ChannelId Channel);
