using Azure.Storage.Queues.Models;
using PhotoFunctions.LocalHost.Invocations;
using PhotoFunctions.LocalHost.Manifests;

namespace PhotoFunctions.LocalHost.Triggers.Queues;

/// <summary>The invocation for a message: its text is JSON inside JSON, and an object's members are lifted into the metadata.</summary>
internal static class QueuePayload
{
    public static InvocationPayload Create(FunctionManifest function, QueueMessage message, string text, TimeProvider time) => Create(
        function,
        text,
        [
            new("DequeueCount", HostJson.Text(HostJson.Number(message.DequeueCount))),
            new("ExpirationTime", HostJson.Time(message.ExpiresOn)),
            new("Id", HostJson.NestedText(message.MessageId)),
            new("InsertionTime", HostJson.Time(message.InsertedOn)),
            new("NextVisibleTime", HostJson.Time(message.NextVisibleOn)),
            new("PopReceipt", HostJson.NestedText(message.PopReceipt)),
        ],
        time);

    /// <summary>For a text that came over <c>/admin</c>: there is no message, so there is nothing to say about it.</summary>
    public static InvocationPayload Create(FunctionManifest function, string text, TimeProvider time) => Create(function, text, [], time);

    private static InvocationPayload Create(
        FunctionManifest function, string text, IEnumerable<KeyValuePair<string, string>> properties, TimeProvider time) => new(
            function.Trigger.BindingName,
            HostJson.NestedText(text),
            properties.Append(HostJson.Sys(function.Name, time)).Concat(HostJson.LiftedMembers(text)));
}
