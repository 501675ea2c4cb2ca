/** Runtime: whether this program hears of events. */
import { objectType, type ObjectType } from "../../wire/object-type";
import { flag } from "../arguments";

export const runtime: ObjectType<null> = objectType<null>("Runtime", {
  scalars: {
    enableEvents: {
      get: (_, { session }) => session.host.eventsEnabled,
      set: (_, value, { session }) => {
        session.host.eventsEnabled = flag(value, true);
      },
    },
  },
});
