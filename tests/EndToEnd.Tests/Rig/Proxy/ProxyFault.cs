namespace PhotoFunctions.EndToEnd.Tests.Rig.Proxy;

/// <summary>What a network or a service does to one request.</summary>
internal enum ProxyFault
{
    /// <summary>The connection ends before the storage has seen the request.</summary>
    ResetBefore,

    /// <summary>The storage has done it, and the connection ends before the answer.</summary>
    ResetAfter,

    /// <summary>The storage has done it, and the connection ends in the midst of the answer.</summary>
    HalfAnswer,

    /// <summary>Nothing happens until the client gives up.</summary>
    Hang,

    /// <summary>The storage has done it, and no answer comes until the client gives up.</summary>
    HangAfter,

    /// <summary>The request reaches the storage only when the client has given up already.</summary>
    Late,

    /// <summary>The service asks for patience.</summary>
    TooManyRequests,

    /// <summary>The service has an error of its own.</summary>
    InternalError,

    /// <summary>The service is busy.</summary>
    ServerBusy,
}
