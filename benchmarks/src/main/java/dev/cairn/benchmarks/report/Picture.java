package dev.cairn.benchmarks.report;

/** The ratios as bars, in SVG: what is reached, with its range, beside the goal and the best of the others. */
final class Picture {
    private static final int LEFT = 300;
    private static final int WIDTH = 420;
    private static final int ROW = 44;
    private static final int TOP = 64;
    private static final int RIGHT = 96;

    private Picture() {}

    static String of(Result result) {
        var shown = result.operations();
        double most = Math.max(
                1.0,
                shown.stream().mapToDouble(it -> it.ratio().greatest()).max().orElse(1));
        int height = TOP + shown.size() * ROW + 40;
        var svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="How much of what PostgreSQL alone can do reaches the client">
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                <text x="16" y="26" font-size="16" fill="#1f2328">Share of what PostgreSQL alone can do that reaches the client</text>
                <g fill="#57606a"><rect x="%d" y="38" width="12" height="12" fill="#1f6feb"/><text x="%d" y="48">Cairn, with its range</text>
                <rect x="%d" y="38" width="12" height="12" fill="#d0d7de"/><text x="%d" y="48">best of the usual ways</text>
                <path d="M%d 38v12" stroke="#cf222e" stroke-width="2"/><text x="%d" y="48">goal</text></g>
                """.formatted(
                        LEFT + WIDTH + RIGHT, height, LEFT, LEFT + 18, LEFT + 170, LEFT + 188, LEFT + 346, LEFT + 354));
        for (double mark = 0; mark <= most + 0.001; mark += 0.25) {
            int x = LEFT + (int) Math.round(mark / most * WIDTH);
            svg.append(
                    "<path d=\"M%d %dv%d\" stroke=\"#eaeef2\"/><text x=\"%d\" y=\"%d\" fill=\"#57606a\" text-anchor=\"middle\">%.2f</text>%n"
                            .formatted(x, TOP, shown.size() * ROW, x, height - 18, mark));
        }
        for (int i = 0; i < shown.size(); i++) {
            row(svg, shown.get(i), TOP + i * ROW, most);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void row(StringBuilder svg, Measured it, int y, double most) {
        double scale = WIDTH / most;
        svg.append("<text x=\"%d\" y=\"%d\" fill=\"#1f2328\" text-anchor=\"end\">%s</text>%n"
                .formatted(LEFT - 10, y + 24, escaped(it.title())));
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"16\" fill=\"#1f6feb\"/>%n"
                .formatted(LEFT, y + 6, it.ratio().median() * scale));
        svg.append("<path d=\"M%.1f %dH%.1f\" stroke=\"#0a3069\" stroke-width=\"2\"/>%n"
                .formatted(
                        LEFT + it.ratio().least() * scale,
                        y + 14,
                        LEFT + it.ratio().greatest() * scale));
        svg.append("<text x=\"%.1f\" y=\"%d\" fill=\"#1f2328\">%.2f</text>%n"
                .formatted(
                        LEFT + Math.max(it.ratio().median(), it.ratio().greatest()) * scale + 6,
                        y + 19,
                        it.ratio().median()));
        Goal.of(it.key()).ifPresent(goal -> {
            svg.append("<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"10\" fill=\"#d0d7de\"/>%n"
                    .formatted(LEFT, y + 24, goal.bestOfOthers() * scale));
            svg.append("<path d=\"M%.1f %dv32\" stroke=\"#cf222e\" stroke-width=\"2\"/>%n"
                    .formatted(LEFT + goal.ratio() * scale, y + 4));
        });
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
