import { resumeFromReturn } from './resumeFromReturn.js';

/** What this script puts on the page's one global: on the SDK's own where that has run, else on one that it will take over. */
export type AltaPayReturn = { resumeFromReturn: typeof resumeFromReturn };

const page = globalThis as unknown as { AltaPay?: AltaPayReturn };
if (page.AltaPay) page.AltaPay.resumeFromReturn = resumeFromReturn;
else page.AltaPay = { resumeFromReturn };
