/** A file dropped onto the pane: onto a place that takes it, or nowhere — never in place of the pane itself. */
import { type DragEvent, useState } from "react";

/** What a browser does with a dropped file by itself is to open it where the pane was. */
export function keepPaneOnDrop(page: Window): void {
  const refuse = (event: globalThis.DragEvent): void => {
    if (event.defaultPrevented || event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "none";
  };
  page.addEventListener("dragover", refuse);
  page.addEventListener("drop", refuse);
}

/** Handlers of a place that takes files, and whether one is held over it. */
export function useDrop({
  onFile,
  onText,
}: {
  onFile: (file: File) => void;
  onText?: (text: string) => void;
}) {
  const [over, setOver] = useState(false);
  const takes = ({ dataTransfer: { types } }: DragEvent): boolean =>
    types.includes("Files") || (onText !== undefined && types.includes("text/plain"));
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent): void => {
        if (!takes(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent<HTMLElement>): void => {
        // From one part of the place to another is not away from it.
        const into = event.relatedTarget;
        if (into instanceof Node && event.currentTarget.contains(into)) return;
        setOver(false);
      },
      onDrop: (event: DragEvent): void => {
        setOver(false);
        if (!takes(event)) return;
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file !== undefined) onFile(file);
        else onText?.(event.dataTransfer.getData("text/plain"));
      },
    },
  };
}
