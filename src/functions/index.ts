/** Entry of the functions bundle: small, without React, ready before the pane is. */
import { associate } from "./associate";
import { catalogue } from "./catalogue";
import { followWorkbook } from "./plans/follow-workbook";
import { expectWorkbookPlans, failWorkbookPlans, forgetWorkbookPlans } from "./plans/workbook-plans";

associate(catalogue);
// Calls made from here on wait until the workbook has been read.
expectWorkbookPlans();

void Office.onReady()
  .then(async ({ host }) => {
    // Opened as a page of its own there is no workbook: nobody will read one.
    if (host === null) forgetWorkbookPlans();
    else await followWorkbook(await import("../sheets"));
  })
  .catch((failure: unknown) => {
    failWorkbookPlans(failure instanceof Error ? failure.message : String(failure));
  });
