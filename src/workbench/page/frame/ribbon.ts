/** The ribbon group of the add-in, read from manifest.xml itself, so that a wrong button shows here as it would in Excel. */

import type { ControlState } from "../../host/common-api/ribbon";

export type RibbonAction = { kind: "showTaskpane"; source: string } | { kind: "execute"; name: string };

export interface RibbonButton {
  id: string;
  label: string;
  tip: string;
  icon: string;
  action: RibbonAction;
}

export interface RibbonGroup {
  label: string;
  buttons: RibbonButton[];
}

const children = (element: Element, name: string): Element[] =>
  [...element.getElementsByTagName("*")].filter((each) => each.localName === name);

const child = (element: Element, name: string): Element => {
  const found = children(element, name)[0];
  if (!found) throw new Error(`manifest.xml: <${name}> is missing in <${element.localName}>`);
  return found;
};

function resources(manifest: Document): (element: Element) => string {
  const values = new Map<string, string>();
  for (const name of ["Image", "Url", "String"]) {
    for (const entry of children(manifest.documentElement, name)) {
      const id = entry.getAttribute("id");
      if (id) values.set(id, entry.getAttribute("DefaultValue") ?? "");
    }
  }
  return (element) => {
    const id = element.getAttribute("resid") ?? "";
    const value = values.get(id);
    if (value === undefined) throw new Error(`manifest.xml: resid ${id} is not defined`);
    return value;
  };
}

function actionOf(control: Element, resolve: (element: Element) => string): RibbonAction {
  const action = child(control, "Action");
  const kind = action.getAttribute("xsi:type");
  if (kind === "ShowTaskpane")
    return { kind: "showTaskpane", source: resolve(child(action, "SourceLocation")) };
  if (kind === "ExecuteFunction")
    return { kind: "execute", name: child(action, "FunctionName").textContent?.trim() ?? "" };
  throw new Error(`manifest.xml: action ${kind} is not known`);
}

function parse(text: string): Document {
  const manifest = new DOMParser().parseFromString(text, "application/xml");
  const failure = manifest.querySelector("parsererror");
  if (failure) throw new Error(`manifest.xml: ${failure.textContent ?? ""}`);
  return manifest;
}

/** The name before the dot of every function: PLAN. */
export function readNamespace(text: string): string {
  const manifest = parse(text);
  return resources(manifest)(child(manifest.documentElement, "Namespace"));
}

export function readRibbon(text: string): RibbonGroup[] {
  const manifest = parse(text);
  const resolve = resources(manifest);
  return children(manifest.documentElement, "Group").map((group) => ({
    label: resolve(child(group, "Label")),
    buttons: children(group, "Control").map((control) => ({
      id: control.getAttribute("id") ?? "",
      label: resolve(child(control, "Label")),
      tip: resolve(child(child(control, "Supertip"), "Description")),
      // The path alone: the page may be served on another port than the manifest names.
      icon: new URL(
        resolve(
          children(control, "Image").find((image) => image.getAttribute("size") === "32") ??
            child(control, "Image"),
        ),
      ).pathname,
      action: actionOf(control, resolve),
    })),
  }));
}

export function drawRibbon(
  place: HTMLElement,
  groups: RibbonGroup[],
  press: (action: RibbonAction) => void,
): void {
  place.replaceChildren(
    ...groups.map((group) => {
      const box = document.createElement("div");
      box.className = "ribbon-group";
      const buttons = document.createElement("div");
      buttons.className = "ribbon-buttons";
      buttons.append(
        ...group.buttons.map((button) => {
          const element = document.createElement("button");
          element.type = "button";
          element.className = "ribbon-button";
          element.title = button.tip;
          element.dataset["control"] = button.id;
          const icon = document.createElement("img");
          icon.src = button.icon;
          icon.alt = "";
          element.append(icon, button.label);
          element.addEventListener("click", () => press(button.action));
          return element;
        }),
      );
      const name = document.createElement("div");
      name.className = "ribbon-group-name";
      name.textContent = group.label;
      box.append(buttons, name);
      return box;
    }),
  );
}

/** What a program says of controls; those that are not on this ribbon — Excel's own tabs and groups — are nobody's here. */
export function updateControls(place: HTMLElement, controls: readonly ControlState[]): void {
  for (const { id, enabled, visible } of controls) {
    const button = place.querySelector(`[data-control="${CSS.escape(id)}"]`);
    if (!(button instanceof HTMLButtonElement)) continue;
    if (enabled !== undefined) button.disabled = !enabled;
    if (visible !== undefined) button.hidden = !visible;
  }
}
