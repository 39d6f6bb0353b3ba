using System.Globalization;

namespace Rotfeste.Bench.Grounds;

/// <summary>Reads what the kernel says of a process.</summary>
internal readonly struct ProcessLook(int id)
{
    private const double TicksPerSecond = 100;

    /// <summary>Memory in use now (VmRSS), in MB of 1024 × 1024.</summary>
    public double Megabytes => Status("VmRSS:") / 1024;

    /// <summary>The most it ever had (VmHWM).</summary>
    public double MostMegabytes => Status("VmHWM:") / 1024;

    /// <summary>Processor time used so far, over all processors.</summary>
    public TimeSpan Processor
    {
        get
        {
            // The name in brackets may hold spaces; user and system time are the 12th and 13th field after it.
            var text = File.ReadAllText($"/proc/{id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            return TimeSpan.FromSeconds(ticks / TicksPerSecond);
        }
    }

    private double Status(string name)
    {
        var line = File.ReadLines($"/proc/{id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
    }
}
