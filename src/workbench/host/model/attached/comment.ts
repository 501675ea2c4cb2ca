/** Threaded comments of cells: who said what, what was answered, whether it is settled. */

export interface Mention {
  readonly email: string;
  readonly id: number;
  readonly name: string;
}
export interface Words {
  /** As a person reads it. */
  readonly content: string;
  /** With its mentions marked: `<at id="0">名前</at>`. */
  readonly richContent: string;
  readonly contentType: "Plain" | "Mention";
  readonly mentions: readonly Mention[];
}
export interface Reply extends Words {
  readonly id: string;
  readonly authorName: string;
  readonly authorEmail: string;
  /** ISO, with its zone. */
  readonly created: string;
}
export interface Comment extends Reply {
  readonly row: number;
  readonly column: number;
  readonly resolved: boolean;
  readonly replies: readonly Reply[];
}
