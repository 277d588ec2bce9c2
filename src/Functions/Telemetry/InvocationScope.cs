using System.Diagnostics;
using PhotoFunctions.Domain.Photos;
using PhotoFunctions.Functions.CustomHandler;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>
/// What one call of a door is about: a request, and the photo that is being received just now. A photo's span stands in the photo's own
/// trace, so that all its deliveries are found together; only behind the read of the inbox it is known which one that is.
/// </summary>
internal sealed class InvocationScope
{
    /// <summary>A delivery of what was decided before.</summary>
    public const string Gone = "gone";

    /// <summary>A delivery that threw.</summary>
    public const string Failed = "failed";

    private static readonly AsyncLocal<InvocationScope?> Ambient = new();
    private readonly DateTimeOffset _begunAt;
    private readonly string? _invocation;
    private readonly bool _isOfPhoto;
    private readonly Activity? _before = Activity.Current;
    private readonly Activity? _request;
    private HttpContext? _context;
    private ActivityTraceId? _expected;
    private Activity? _photo;
    private bool _isDecided;

    private InvocationScope(HttpContext context, DateTimeOffset at)
    {
        _context = context;
        _begunAt = at;
        _invocation = InvocationOf(context);
        _isOfPhoto = context.Request.Path.Value is "/PhotoUploaded" or "/PhotoUploadPoisoned";
        _request = _isOfPhoto ? null : Tracing.StartRoot("request", ActivityKind.Server, null, at, null);
    }

    public static InvocationScope? Current => Ambient.Value;

    /// <summary>The span to which belongs what happens now; null when nobody listens.</summary>
    public Activity? Span => _photo ?? _request;

    public static InvocationScope Begin(HttpContext context, DateTimeOffset at)
    {
        var scope = new InvocationScope(context, at);
        Ambient.Value = scope;
        if (scope._request is { } request)
        {
            Activity.Current = request;
        }

        return scope;
    }

    /// <summary>The trace of the photo that a delivery names; another one may lie in the inbox by now.</summary>
    public void Expect(ActivityTraceId trace) => _expected = trace;

    /// <summary>From now on it is about this photo.</summary>
    public void EnterPhoto(ActivityTraceId trace, DateTimeOffset openedAt)
    {
        if (_photo?.TraceId == trace)
        {
            return;
        }

        LeavePhoto(null);
        StartPhoto(trace, _isOfPhoto ? _begunAt : openedAt);
    }

    public void PhotoDecided(UploadOutcome outcome, IReadOnlyList<string> codes)
    {
        _isDecided = true;
        _photo?.SetTag(Tags.Outcome, AppMeter.NameOf(outcome)).SetTag(Tags.Codes, string.Join(' ', codes));
    }

    public void StageEnded(string stage, DateTimeOffset from, DateTimeOffset to, Exception? failed)
    {
        if (Span is { } parent)
        {
            Tracing.Add(stage, parent.Context, from, to, stage, failed);
            if (failed is not null)
            {
                _photo?.SetStatus(ActivityStatusCode.Error);
            }
        }
    }

    public void End(string door, string method, int status, string? code, Exception? failed)
    {
        if (_isOfPhoto && _photo is null && Tracing.IsOn)
        {
            StartPhoto(_expected, _begunAt);
        }

        LeavePhoto(_isOfPhoto ? failed : null);
        if (_request is { } request)
        {
            request.DisplayName = $"{method} {door}";
            request.SetTag(Tags.Method, method).SetTag(Tags.Route, door).SetTag(Tags.Status, status);
            request.SetTag(Tags.Code, code).SetTag(Tags.Invocation, _invocation);
            if (status >= StatusCodes.Status500InternalServerError)
            {
                request.SetStatus(ActivityStatusCode.Error);
                Tracing.Fail(request, failed);
            }

            Tracing.Stop(request);
            Activity.Current = _before;
        }

        _context = null;
        Ambient.Value = null;
    }

    private void StartPhoto(ActivityTraceId? trace, DateTimeOffset at)
    {
        _isDecided = false;
        _photo = Tracing.StartRoot("photo", ActivityKind.Consumer, trace, at, _request?.Context);
        _photo?.SetTag(Tags.Invocation, _invocation)
            .SetTag(Tags.Door, _context?.GetEndpoint()?.Metadata.GetMetadata<FunctionRoute>()?.Name);
    }

    private void LeavePhoto(Exception? failed)
    {
        if (_photo is { } photo)
        {
            Tracing.Fail(photo, failed);
            if (!_isDecided)
            {
                photo.SetTag(Tags.Outcome, photo.Status == ActivityStatusCode.Error ? Failed : Gone);
            }

            Tracing.Stop(photo);
            _photo = null;
        }
    }

    // A client's own value stands in front of the host's, and is no GUID unless it wants to be one.
    private static string? InvocationOf(HttpContext context) =>
        Guid.TryParse(context.Request.Headers["X-Azure-Functions-InvocationId"].ToString().Split(',')[^1], out var id)
            ? id.ToString()
            : null;
}
