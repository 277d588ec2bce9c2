namespace PhotoFunctions.TestKit.Files;

/// <summary>Three by three numbers, as colour spaces need them.</summary>
internal static class Matrix3
{
    // Bradford: the cone responses in which whites are exchanged. Source: ICC.1:2022, annex E.
    private static readonly double[,] Cones = { { 0.8951, 0.2664, -0.1614 }, { -0.7502, 1.7135, 0.0367 }, { 0.0389, -0.0685, 1.0296 } };
    private static readonly double[] D50 = [0.9642, 1, 0.8249];

    public static double[,] OfColumns(double[] first, double[] second, double[] third)
    {
        var matrix = new double[3, 3];
        for (var row = 0; row < 3; row++)
        {
            (matrix[row, 0], matrix[row, 1], matrix[row, 2]) = (first[row], second[row], third[row]);
        }

        return matrix;
    }

    public static double[,] Diagonal(double[] values) => OfColumns([values[0], 0, 0], [0, values[1], 0], [0, 0, values[2]]);

    public static double[] Apply(double[,] matrix, double[] vector) =>
        [.. Enumerable.Range(0, 3).Select(row => (matrix[row, 0] * vector[0]) + (matrix[row, 1] * vector[1]) + (matrix[row, 2] * vector[2]))];

    public static double[,] Times(double[,] left, double[,] right) =>
        OfColumns(Apply(left, Column(right, 0)), Apply(left, Column(right, 1)), Apply(left, Column(right, 2)));

    public static double[,] Inverse(double[,] m)
    {
        var inverse = new double[3, 3];
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                // Cofactors with the indices running round: the signs come out right by themselves.
                var (a, b, c, d) = ((column + 1) % 3, (column + 2) % 3, (row + 1) % 3, (row + 2) % 3);
                inverse[row, column] = (m[a, c] * m[b, d]) - (m[a, d] * m[b, c]);
            }
        }

        var determinant = (m[0, 0] * inverse[0, 0]) + (m[0, 1] * inverse[1, 0]) + (m[0, 2] * inverse[2, 0]);
        return Times(Diagonal([1 / determinant, 1 / determinant, 1 / determinant]), inverse);
    }

    /// <summary>From a white of one's own to D50, the white of every ICC profile.</summary>
    public static double[,] AdaptToD50(double[] white)
    {
        var (from, to) = (Apply(Cones, white), Apply(Cones, D50));
        return Times(Inverse(Cones), Times(Diagonal([to[0] / from[0], to[1] / from[1], to[2] / from[2]]), Cones));
    }

    public static double[] Column(double[,] matrix, int column) => [matrix[0, column], matrix[1, column], matrix[2, column]];
}
