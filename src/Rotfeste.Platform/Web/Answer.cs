using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Rotfeste.Platform.Web;

/// <summary>The few ways a use case answers.</summary>
public static class Answer
{
    /// <summary>A page or fragment; parameters by name.</summary>
    public static IResult Page<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent => Render<TPage>(StatusCodes.Status200OK, parameters);

    /// <summary>The form again, with what was typed and what to do.</summary>
    public static IResult Refused<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent => Render<TPage>(StatusCodes.Status422UnprocessableEntity, parameters);

    /// <summary>A page that carries its own status: what errors show.</summary>
    public static IResult PageWithStatus<TPage>(int status, params (string Name, object? Value)[] parameters)
        where TPage : IComponent => Render<TPage>(status, parameters);

    /// <summary>Done: go and look there. A browser repeats nothing when the page is reloaded.</summary>
    public static IResult SeeOther(string address) => new SeeOtherResult(address);

    private static RazorComponentResult<TPage> Render<TPage>(int status, (string Name, object? Value)[] parameters)
        where TPage : IComponent =>
        new(parameters.ToDictionary(p => p.Name, p => p.Value)) { StatusCode = status };

    private sealed class SeeOtherResult(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
