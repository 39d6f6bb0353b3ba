namespace Rotfeste.Initiatives.UrgentPosts;

internal sealed class Texts;
