namespace PhotoFunctions.Domain.Cohorts;

/// <summary>What stands in a column of a form for the photo unit.</summary>
public enum FormField
{
    /// <summary>学号.</summary>
    StudentNumber,

    /// <summary>姓名.</summary>
    Name,

    /// <summary>身份证号, in full.</summary>
    NationalId,

    /// <summary>层次.</summary>
    Level,

    /// <summary>专业.</summary>
    Major,

    /// <summary>班级.</summary>
    ClassName,

    /// <summary>教学点: its name.</summary>
    TeachingPoint,

    /// <summary>邮寄地址: where prints are sent, the teaching point's postal address.</summary>
    ReturnAddress,

    /// <summary>联系人 of the teaching point.</summary>
    Contact,

    /// <summary>联系电话 of the teaching point.</summary>
    Phone,

    /// <summary>What is wrong or missing, in the words of whoever asks.</summary>
    Description,

    /// <summary>Nothing: the unit fills it in.</summary>
    Blank,
}
