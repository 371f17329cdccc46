/** The code blocks of a Markdown text that are in one of the given languages. */
export function codeBlocks(markdown: string, ...languages: string[]): { language: string; text: string }[] {
  return [...markdown.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
    .map(([, language, text]) => ({ language: language!, text: text! }))
    .filter(({ language }) => languages.includes(language));
}
