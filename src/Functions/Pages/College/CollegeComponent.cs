using Microsoft.AspNetCore.Components;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Functions.Pages.College;

/// <summary>A page of the college, or a part of one.</summary>
public abstract class CollegeComponent : ComponentBase
{
    /// <summary>Who looks at the page, in which language, from where.</summary>
    [CascadingParameter]
    public PageContext Context { get; set; } = null!;

    /// <summary>Whether whoever looks is an administrator.</summary>
    protected bool IsAdministrator => Context.Caller?.Role == Domain.Access.AccessRole.Administrator;

    /// <summary>The words of the viewer's language.</summary>
    protected string Say(string chinese, string english) => Context.Language == Language.English ? english : chinese;

    /// <summary>The sentence of the viewer's language.</summary>
    protected string Say(BilingualText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Say(text.Chinese, text.English);
    }

    /// <summary>What a status, an event or a stage is called.</summary>
    protected string NameOf(Enum word) => PageWords.NameOf(word, Context.Language);

    /// <summary>A day for people.</summary>
    protected string DateOf(DateOnly day) => PageWords.DateOf(day, Context.Language);

    /// <summary>The day in China of a moment.</summary>
    protected string DateOf(DateTimeOffset moment) => DateOf(ChinaTime.DateAt(moment));

    /// <summary>A moment in China's time, to the minute.</summary>
    protected string TimeOf(DateTimeOffset moment) => PageWords.TimeOf(moment, Context.Language);
}
