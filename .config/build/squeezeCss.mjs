/**
 * Line breaks of style sheets are for readers of the source; between rules and declarations they mean nothing.
 *
 * @type {import('rollup').Plugin}
 */
export const squeezeCss = {
  name: 'squeeze-css',
  transform(code, id) {
    if (!id.endsWith('.css.ts')) return null;
    /** @type {{ start: number, end: number }[]} */
    const literals = [];
    JSON.stringify(this.parse(code), (_, node) => {
      if (node?.type === 'TemplateElement') literals.push(node);
      return node;
    });
    /** @type {string} */
    const squeezed = literals.reduceRight((text, { start, end }) => {
      const css = text.slice(start, end).replace(/(?<=[{};,])\s*\n\s*/g, '');
      return text.slice(0, start) + css + text.slice(end);
    }, code);
    return { code: squeezed, map: null };
  },
};
