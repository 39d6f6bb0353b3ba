namespace Rotfeste.Tests.Matching.Numbers;

/// <summary>Numbers made by rule, of nobody: dates and serials are drawn, control digits worked out the slow way.</summary>
internal static class MadeNumbers
{
    public static string Norwegian(Random random, int day = 0, int month = 0, int remainder = 0)
    {
        while (true)
        {
            var born = Date(random);
            var nine = $"{born.Day + day:00}{born.Month + month:00}{born.Year % 100:00}{random.Next(1000):000}";
            var first = Rest(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2], remainder);
            if (first is null || Rest(nine + first, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 0) is not { } second)
                continue;
            return nine + first + second;
        }
    }

    public static string Danish(Random random, bool holds)
    {
        while (true)
        {
            var born = Date(random);
            var serial = born.Year < 2000 ? random.Next(0, 4000) : random.Next(5000, 9000);
            var ten = $"{born:ddMMyy}{serial:0000}";
            var sum = ten.Zip([4, 3, 2, 7, 6, 5, 4, 3, 2, 1], (d, w) => (d - '0') * w).Sum();
            if (sum % 11 == 0 == holds)
                return ten;
        }
    }

    public static string Swedish(Random random, int day = 0)
    {
        var born = Date(random);
        var nine = $"{born.Year % 100:00}{born.Month:00}{born.Day + day:00}{random.Next(10, 980):000}";
        return $"{born.Year / 100}{nine}{Luhn(nine)}";
    }

    public static string Finnish(Random random, char sign)
    {
        var born = Date(random);
        var (date, serial) = ($"{born:ddMMyy}", $"{random.Next(2, 900):000}");
        // A leap day of 2000 would be none of 1900.
        if (date.StartsWith("2902", StringComparison.Ordinal))
            date = "0103" + date[4..];
        return $"{date}{sign}{serial}{"0123456789ABCDEFHJKLMNPRSTUVWXY"[int.Parse(date + serial) % 31]}";
    }

    public static string NorwegianAccount(Random random)
    {
        while (true)
        {
            // 9 as third digit: no month, so no person's number.
            var ten = $"{random.Next(10, 100)}99{random.Next(1_000_000):000000}";
            if (Rest(ten, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 0) is { } last)
                return ten + last;
        }
    }

    public static string Iban(Random random, string country, string bban)
    {
        var drawn = string.Concat(bban.Select(c => c == 'n' ? (char)('0' + random.Next(10)) : c == 'a' ? (char)('A' + random.Next(26)) : c));
        var number = string.Concat((drawn + country + "00").Select(c => char.IsDigit(c) ? c.ToString() : (c - 'A' + 10).ToString()));
        return $"{country}{98 - (int)(System.Numerics.BigInteger.Parse(number) % 97):00}{drawn}";
    }

    public static string Card(Random random, string lead, int length)
    {
        var rest = lead + string.Concat(Enumerable.Range(0, length - lead.Length - 1).Select(_ => random.Next(10)));
        return rest + Luhn(rest);
    }

    public static int Luhn(string digits) => (10 - (digits.Reverse().Select((d, i) => i % 2 == 0 ? (d - '0') * 2 : d - '0').Sum(d => d > 9 ? d - 9 : d) % 10)) % 10;

    public static DateTime Date(Random random) => new DateTime(1940, 1, 1).AddDays(random.Next(30_000));

    private static int? Rest(string digits, int[] weights, int remainder)
    {
        var digit = ((11 + remainder - (digits.Zip(weights, (d, w) => (d - '0') * w).Sum() % 11)) % 11 + 11) % 11;
        return digit == 10 ? null : digit;
    }
}
