package org.sizewright.ui.look;

/**
 * How a colour looks to a kind of eye. The matrices, for linear light, are those of Machado, Oliveira and Fernandes, A
 * Physiologically-based Model for Simulation of Color Vision Deficiency (2009), severity 1.0. Distances are CIE 1976 ones in Lab,
 * white D65; contrast is that of WCAG 2.
 */
enum Eye {
    FULL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPE(.152286, 1.052583, -.204868, .114503, .786281, .099216, -.003882, -.048116, 1.051998),
    DEUTERANOPE(.367322, .860646, -.227968, .280085, .672501, .047413, -.011820, .042940, .968881),
    TRITANOPE(1.255528, -.076749, -.178779, -.078411, .930809, .147602, .004733, .691367, .303900);

    private final double[] matrix;

    Eye(double... matrix) {
        this.matrix = matrix;
    }

    static double contrast(int[] one, int[] other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    double distance(int[] one, int[] other) {
        double[] a = lab(one);
        double[] b = lab(other);
        return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
    }

    private double[] lab(int[] rgb) {
        double[] light = {linear(rgb[0]), linear(rgb[1]), linear(rgb[2])};
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                seen[row] += matrix[3 * row + column] * light[column];
            }
            seen[row] = Math.clamp(seen[row], 0, 1);
        }
        double x = curve((.4124 * seen[0] + .3576 * seen[1] + .1805 * seen[2]) / .9505);
        double y = curve(.2126 * seen[0] + .7152 * seen[1] + .0722 * seen[2]);
        double z = curve((.0193 * seen[0] + .1192 * seen[1] + .9505 * seen[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double luminance(int[] rgb) {
        return .2126 * linear(rgb[0]) + .7152 * linear(rgb[1]) + .0722 * linear(rgb[2]);
    }

    private static double linear(int part) {
        double c = part / 255.0;
        return c <= .04045 ? c / 12.92 : Math.pow((c + .055) / 1.055, 2.4);
    }

    private static double curve(double t) {
        return t > .008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }
}
