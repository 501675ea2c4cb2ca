/** Which Fluent theme fits Excel at the moment: the Office theme where Excel tells it, else the system's. */
import { type Theme, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useEffect, useState } from "react";

/** Japanese glyphs first: Fluent's own stack would draw kanji in whatever font the system falls back to. */
const fontFamilyBase =
  '"Segoe UI", "Yu Gothic UI", "Meiryo", "Hiragino Sans", "Noto Sans CJK JP", sans-serif';

const light: Theme = { ...webLightTheme, fontFamilyBase };
const dark: Theme = { ...webDarkTheme, fontFamilyBase };

/** Perceived brightness of #rrggbb, 0–1; null for anything else. */
export function brightness(color: string): number | null {
  const hex = /^#?([0-9a-f]{6})/i.exec(color)?.[1];
  if (hex === undefined) return null;
  const channel = (from: number) => parseInt(hex.slice(from, from + 2), 16) / 255;
  return 0.299 * channel(0) + 0.587 * channel(2) + 0.114 * channel(4);
}

export function isDark(officeBackground: string | undefined, systemPrefersDark: boolean): boolean {
  const measured = officeBackground === undefined ? null : brightness(officeBackground);
  return measured === null ? systemPrefersDark : measured < 0.5;
}

const darkSystem = "(prefers-color-scheme: dark)";

function current(): Theme {
  // officeTheme is missing on some hosts although the types promise it.
  const office: Office.OfficeTheme | undefined = Office.context?.officeTheme;
  return isDark(office?.bodyBackgroundColor, window.matchMedia(darkSystem).matches) ? dark : light;
}

export function useOfficeTheme(): Theme {
  const [theme, setTheme] = useState(current);
  useEffect(() => {
    const system = window.matchMedia(darkSystem);
    const follow = () => setTheme(current());
    system.addEventListener("change", follow);
    // Excel tells of no theme change on every platform; coming back to the pane is when a change would show.
    window.addEventListener("focus", follow);
    return () => {
      system.removeEventListener("change", follow);
      window.removeEventListener("focus", follow);
    };
  }, []);
  return theme;
}
