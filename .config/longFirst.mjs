import { BaseSequencer } from 'vitest/node';

/** Small files that take long: begun last, one core would wait for them. */
const LONG = '/test/chaos/';

/** As vitest sorts, but that these come first. */
export class LongFirst extends BaseSequencer {
  /**
   * @override
   * @param {import('vitest/node').TestSpecification[]} files
   */
  async sort(files) {
    const sorted = await super.sort(files);
    const isLong = (/** @type {{ moduleId: string }} */ { moduleId }) => moduleId.includes(LONG);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
