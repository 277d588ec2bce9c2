namespace PhotoFunctions.LocalHost.Portraits;

internal enum ClothesCut
{
    Crew,
    VNeck,
    Turtleneck,
    Suit,
}
