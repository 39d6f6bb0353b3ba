global using Rotfeste.Tests.Hosting;
global using Rotfeste.Tests.Networks.Product;
global using Rotfeste.Tests.Networks.Reference;
global using Shouldly;
global using Xunit;
