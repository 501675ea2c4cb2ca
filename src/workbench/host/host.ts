/**
 * Excel without Excel: answers the requests of Microsoft's own office.js over a model of the workbook.
 *
 *   model/    the workbook as one unchanging value, and the edits that make the next one
 *   objects/  Excel's objects, a table of members each
 *   wire/     reads request messages, finds objects, performs actions, answers queries
 *   formula/  formulas as text; calc/ their values
 *
 * No page, no network, nothing from the rest of src/.
 */
import { newBook, type Book } from "./model/book";
import { draftOf, seal } from "./model/draft";
import { workbook } from "./objects/workbook";
import { Refusal } from "./refusal";
import { createSession, type HostSide } from "./session";
import { interpret } from "./wire/interpret";
import type { RequestBody, RequestMessage, ResponseMessage } from "./wire/message";
import { handle } from "./wire/object-type";

export interface HostOptions {
  readonly book?: Book;
  /** Bytes of a request above which Excel refuses it: 5 MB. */
  readonly largestRequest?: number;
  /** Cells of a read above which values are null: 5,000,000. */
  readonly largestRead?: number;
}

export interface Host {
  executeAsync(customData: unknown, flags: number, message: RequestMessage): Promise<ResponseMessage>;
  book(): Book;
}

const MEGABYTE = 1024 * 1024;

const failure = (refusal: Refusal): ResponseMessage => ({
  HttpStatusCode: refusal.httpStatus,
  ErrorCode: refusal.code,
  ErrorMessage: refusal.message,
  Headers: {},
  Body: null,
});

export const createHost = (options: HostOptions = {}): Host => {
  let book = options.book ?? newBook();
  const side: HostSide = {
    calculate: () => undefined,
    eventsEnabled: true,
    suspendCalculation: () => undefined,
    largestRead: options.largestRead ?? 5_000_000,
  };
  const session = createSession(side, () => undefined);
  const root = handle(workbook, null);

  const executeAsync = async (_: unknown, __: number, message: RequestMessage): Promise<ResponseMessage> => {
    const text = JSON.stringify(message.Body);
    if (Buffer.byteLength(text) > (options.largestRequest ?? 5 * MEGABYTE)) {
      return failure(new Refusal("RequestPayloadSizeLimitExceeded"));
    }
    const draft = draftOf(book);
    const { body } = interpret(JSON.parse(text) as RequestBody, draft, session, { root });
    book = seal(draft);
    session.endRequest();
    return {
      HttpStatusCode: 200,
      ErrorCode: "",
      ErrorMessage: "",
      Headers: {},
      Body: JSON.parse(JSON.stringify(body)) as ResponseMessage["Body"],
    };
  };

  return { executeAsync, book: () => book };
};
