/** A drawn chart as a PNG: what the page's styles give it is written into the copy, because a picture has no page. */

const styled = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "paint-order",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;

const margin = 16;
const titleHeight = 28;
/** Sharp when printed in a report. */
const scale = 2;

export async function pictureOf(chart: SVGSVGElement, title: string): Promise<Blob> {
  const width = chart.clientWidth + margin * 2;
  const height = chart.clientHeight + margin * 2 + titleHeight;
  const text = new XMLSerializer().serializeToString(framed(chart, title, width, height));
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * scale;
    canvas.height = height * scale;
    const pen = canvas.getContext("2d");
    if (pen === null) throw new Error("この環境では画像を作れません。「表をコピー」をお使いください。");
    pen.scale(scale, scale);
    pen.drawImage(image, 0, 0, width, height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error("画像を作れませんでした。")) : resolve(blob)),
        "image/png",
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

function framed(chart: SVGSVGElement, title: string, width: number, height: number): SVGSVGElement {
  const copy = chart.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error("画像にできる図がありません。");
  writeStyles(chart, copy);
  copy.setAttribute("x", String(margin));
  copy.setAttribute("y", String(margin + titleHeight));
  copy.setAttribute("width", String(chart.clientWidth));
  copy.setAttribute("height", String(chart.clientHeight));
  const page = getComputedStyle(chart);
  const frame = element("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  frame.append(element("rect", { width, height, fill: groundOf(chart) }));
  const heading = element("text", {
    x: margin,
    y: margin + 14,
    fill: page.color,
    "font-family": page.fontFamily,
    "font-size": 15,
    "font-weight": 600,
  });
  heading.textContent = title;
  frame.append(heading, copy);
  return frame;
}

/** The first ground behind the chart that is painted; a copied picture stands on the same. */
function groundOf(chart: Element): string {
  for (let at: Element | null = chart; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== "transparent" && !/^rgba\(.*, 0\)$/.test(backgroundColor)) return backgroundColor;
  }
  return "white";
}

function writeStyles(from: Element, to: Element): void {
  const computed = getComputedStyle(from);
  for (const name of styled) {
    const value = computed.getPropertyValue(name);
    if (value !== "") to.setAttribute(name, value);
  }
  to.removeAttribute("class");
  to.removeAttribute("style");
  [...from.children].forEach((child, at) => {
    const other = to.children[at];
    if (other !== undefined) writeStyles(child, other);
  });
}

function element(name: "svg", attributes: Record<string, string | number>): SVGSVGElement;
function element(name: "rect" | "text", attributes: Record<string, string | number>): SVGElement;
function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
