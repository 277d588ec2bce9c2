using Microsoft.AspNetCore.Components;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Proofing;

namespace PhotoFunctions.Functions.Pages.Students;

/// <summary>A part of a student's page, in the cohort's language.</summary>
public abstract class StudentComponent : ComponentBase
{
    /// <summary>The language.</summary>
    [Parameter, EditorRequired]
    public Language Language { get; set; }

    /// <summary>The words of the language.</summary>
    protected string Say(string chinese, string english) => Language == Language.English ? english : chinese;

    /// <summary>A day for people.</summary>
    protected string DateOf(DateOnly day) => PageWords.DateOf(day, Language);

    /// <summary>An answer as it stands beside its button.</summary>
    protected string NameOf(ProofingAnswer answer) => answer switch
    {
        ProofingAnswer.Correct => Say("正确", "Correct"),
        ProofingAnswer.NoPicture => Say("无图像", "No photo"),
        ProofingAnswer.NotMe => Say("非本人", "Not me"),
        _ => Say("信息有误", "Details are wrong"),
    };
}
