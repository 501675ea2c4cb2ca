/** The day it is here, as people write it: 2024/4/1. */

export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}/${now.getMonth() + 1}/${now.getDate()}`;
}
