global using Rotfeste.Tests.Networks.Reference;
global using Shouldly;
global using Xunit;
