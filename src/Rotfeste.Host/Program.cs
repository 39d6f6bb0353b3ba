using Rotfeste.Host.Commands;

return await CommandLine.RunAsync(args);
