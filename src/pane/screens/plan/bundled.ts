/** The plans that come with the add-in, fetched when the screen is first shown. */
import { useEffect, useState } from "react";
import { type Plan } from "../../../plan/plan";

export type Bundled = { status: "waiting" } | { status: "there"; plans: Plan[] } | { status: "failed" };

let known: Plan[] | null = null;

export async function fetchBundled(): Promise<Plan[]> {
  known ??= (await import("../../../plan/bundled")).bundledPlans();
  return known;
}

export function useBundled(): { bundled: Bundled; again: () => void } {
  const [bundled, setBundled] = useState<Bundled>(
    known === null ? { status: "waiting" } : { status: "there", plans: known },
  );
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let gone = false;
    fetchBundled().then(
      (plans) => !gone && setBundled({ status: "there", plans }),
      () => !gone && setBundled({ status: "failed" }),
    );
    return () => {
      gone = true;
    };
  }, [attempt]);
  return {
    bundled,
    again: () => {
      setBundled({ status: "waiting" });
      setAttempt(attempt + 1);
    },
  };
}
