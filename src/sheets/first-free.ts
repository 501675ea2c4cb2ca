/** The first of a row of names (加須市, 加須市（2）, 加須市（3）…) that is still free. */

export function firstFree(nameOf: (copy: number) => string, isTaken: (name: string) => boolean): string {
  let copy = 1;
  while (isTaken(nameOf(copy))) copy++;
  return nameOf(copy);
}

/** 83, 83（2）, 83（3）… */
export function firstFreeId(wanted: string, isTaken: (id: string) => boolean): string {
  return firstFree((copy) => (copy === 1 ? wanted : `${wanted}（${copy}）`), isTaken);
}
