/** What office.js brings of errors, for functions that run in Node. */
Object.assign(globalThis, {
  CustomFunctions: {
    Error: class {
      constructor(
        readonly code: string,
        readonly message: string,
      ) {}
    },
    ErrorCode: { notAvailable: "#N/A", invalidValue: "#VALUE!" },
  },
});

export {};
