using Microsoft.OpenApi;

namespace PhotoFunctions.Functions.Api.OpenApi;

/// <summary>The description of the API, open to all: it says nothing about anybody.</summary>
internal static class OpenApiEndpoint
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services
        .AddOpenApi(OpenApiText.Name, options =>
        {
            options.ShouldInclude = described =>
                described.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true && described.HttpMethod != HttpMethods.Head;

            // Numbers as texts are read too, which nobody has to know.
            options.AddSchemaTransformer((schema, _, _) =>
            {
                if (schema.Type is { } type && type.HasFlag(JsonSchemaType.String)
                    && (type & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0)
                {
                    schema.Type = type & ~JsonSchemaType.String;
                    schema.Pattern = null;
                }

                return Task.CompletedTask;
            });
        })
        .AddSingleton<OpenApiText>();

    public static void MapApiDescription(this IEndpointRouteBuilder api) =>
        api.MapGet("/openapi.json", async (OpenApiText text) => TypedResults.Text(await text.WriteAsync(), "application/json"))
            .AllowAnonymous()
            .ExcludeFromDescription();
}
