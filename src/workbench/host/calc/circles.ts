/** Which of the things that wait for one another wait, over others, for themselves. */

interface Visit<V> {
  readonly vertex: V;
  readonly after: readonly V[];
  at: number;
}

/** Tarjan's strongly connected components without recursion: chains of 10,000 cells are common in a sheet. Those on a circle come back; those that only hang on one do not. */
export function circles<V>(vertices: ReadonlySet<V>, next: ReadonlyMap<V, readonly V[]>): V[] {
  const order = new Map<V, number>();
  const lowest = new Map<V, number>();
  const open: V[] = [];
  const isOpen = new Set<V>();
  const found: V[] = [];
  const lower = (vertex: V, candidate: number) =>
    lowest.set(vertex, Math.min(lowest.get(vertex) ?? candidate, candidate));

  for (const start of vertices) {
    if (order.has(start)) continue;
    const path: Visit<V>[] = [];
    const enter = (vertex: V) => {
      order.set(vertex, order.size);
      lowest.set(vertex, order.size - 1);
      open.push(vertex);
      isOpen.add(vertex);
      path.push({
        vertex,
        after: (next.get(vertex) ?? []).filter((successor) => vertices.has(successor)),
        at: 0,
      });
    };
    enter(start);
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const successor = visit.after[visit.at++];
      if (successor !== undefined) {
        if (!order.has(successor)) enter(successor);
        else if (isOpen.has(successor)) lower(visit.vertex, order.get(successor) ?? 0);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) lower(above.vertex, lowest.get(visit.vertex) ?? 0);
      if (lowest.get(visit.vertex) !== order.get(visit.vertex)) continue;
      const component = open.splice(open.lastIndexOf(visit.vertex));
      for (const member of component) isOpen.delete(member);
      if (component.length > 1 || visit.after.includes(visit.vertex)) found.push(...component);
    }
  }
  return found;
}
