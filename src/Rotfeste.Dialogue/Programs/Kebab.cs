using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rotfeste.Dialogue.Programs;

/// <summary>Named values as programs read and write them: "waiting-for-us".</summary>
/// <typeparam name="TEnum">The values.</typeparam>
internal sealed class Kebab<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
