/** What the pane's page gets as office.js in the workbench: Office and CustomFunctions as Excel would provide them. */

const associations = new Map<string, unknown>();

Object.assign(window, {
  Office: {
    onReady: async () => ({ host: null, platform: null }),
    context: {},
    actions: { associate: () => undefined },
  },
  CustomFunctions: {
    associate: (id: string, body: unknown) => associations.set(id, body),
  },
});
