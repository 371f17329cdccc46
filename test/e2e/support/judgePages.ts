const judgements: { readonly problems: readonly string[]; judged: number }[] = [];

/**
 * Holds a phone's pages to being clean.
 *
 * @param problems - Where what goes wrong is noted, in words.
 * @param settle - Waits until what the pages have already reported stands there.
 */
export function judgePages(
  problems: readonly string[],
  settle: () => Promise<unknown>,
): { readonly problems: readonly string[]; expectClean(...allowed: RegExp[]): Promise<void> } {
  const judgement = { problems, judged: 0 };
  judgements.push(judgement);
  return {
    problems,
    async expectClean(...allowed) {
      await settle();
      judgement.judged = problems.length;
      const unexpected = problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)));
      if (unexpected.length > 0) throw new Error(`The page is not clean:\n${unexpected.join('\n')}`);
    },
  };
}

/**
 * Takes the problems, of all pages opened so far, that no `expectClean` has looked at.
 *
 * @returns Them, in words; a second call does not tell them again.
 */
export function takeUnjudged(): string[] {
  return judgements.splice(0).flatMap(({ problems, judged }) => problems.slice(judged));
}
