declare const __VERSION__: string;

/** The version of this SDK, as in its `package.json`. */
export const version: string = __VERSION__;
