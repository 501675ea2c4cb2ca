/** What Excel's names of chart types mean for a drawing: the figure, how series lie on one another, whether points are marked. */

export type Figure = "bar" | "line" | "area" | "pie" | "scatter" | "radar";

export interface Kind {
  readonly figure: Figure;
  /** Bars that lie: the categories go upwards. */
  readonly lying: boolean;
  readonly stack: "none" | "stacked" | "full";
  readonly markers: boolean;
  readonly lines: boolean;
  readonly smooth: boolean;
  readonly hole: boolean;
  readonly sized: boolean;
}

const PLAIN: Kind = {
  figure: "bar",
  lying: false,
  stack: "none",
  markers: false,
  lines: false,
  smooth: false,
  hole: false,
  sized: false,
};

const figureOf = (type: string): Partial<Kind> | undefined => {
  if (/^(?:3D)?Column|^(?:Cylinder|Cone|Pyramid)Col/.test(type)) return {};
  if (/^(?:3D)?Bar(?!OfPie)|^(?:Cylinder|Cone|Pyramid)Bar/.test(type)) return { lying: true };
  if (/^(?:3D)?Line/.test(type)) return { figure: "line", lines: true, markers: type.includes("Markers") };
  if (/^(?:3D)?Area/.test(type)) return { figure: "area" };
  if (/^(?:3D)?Pie(?!Of)/.test(type)) return { figure: "pie" };
  if (type.startsWith("Doughnut")) return { figure: "pie", hole: true };
  if (type.startsWith("Bubble")) return { figure: "scatter", markers: true, sized: true };
  if (type.startsWith("XYScatter"))
    return {
      figure: "scatter",
      markers: !type.endsWith("NoMarkers"),
      lines: /Lines|Smooth/.test(type),
      smooth: type.includes("Smooth"),
    };
  if (type.startsWith("Radar"))
    return { figure: "radar", markers: type.includes("Markers"), lines: !type.includes("Filled") };
  return undefined;
};

/** undefined: nobody draws this kind here. Three-dimensional kinds are drawn flat. */
export const kindOf = (type: string): Kind | undefined => {
  const figure = figureOf(type);
  if (!figure) return undefined;
  const stack = type.endsWith("100") ? "full" : type.includes("Stacked") ? "stacked" : "none";
  return { ...PLAIN, ...figure, stack };
};
