/** Entry of the functions bundle: small, without React, ready before the pane is. */
import { associate } from "./associate";
import { catalogue } from "./catalogue";

associate(catalogue);
