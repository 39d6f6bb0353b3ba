using System.Security.Cryptography;
using System.Text;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Initiatives.Drafts;

/// <summary>What somebody wrote in a field while another wrote in it too: it stands beside the page until one of them has chosen.</summary>
/// <param name="Field">The field's key.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="Text">What they wrote.</param>
internal sealed record Aside(string Field, PersonId By, string Text);

/// <summary>Who wrote a field last.</summary>
/// <param name="By">Who.</param>
/// <param name="Built">The mark of the other's text that they wrote on.</param>
internal sealed record Touch(PersonId By, string Built);

/// <summary>What a form saw in a field when it was opened, as a short mark: enough to tell two texts apart, no proof of either.</summary>
internal static class SeenMark
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
