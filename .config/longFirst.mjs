import { BaseSequencer } from 'vitest/node';

/** Files that take long for their size: begun last, one core would wait for them. */
const LONG = /\/test\/(?:chaos|e2e\/gallery)/;

/** As vitest sorts, but that these come first. */
export class LongFirst extends BaseSequencer {
  /**
   * @override
   * @param {import('vitest/node').TestSpecification[]} files
   */
  async sort(files) {
    const sorted = await super.sort(files);
    const isLong = (/** @type {{ moduleId: string }} */ { moduleId }) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
