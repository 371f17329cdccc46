const light = `color-scheme:light;
--t:var(--altapay-color-text,#15181e);
--m:var(--altapay-color-muted,#59606d);
--s:var(--altapay-color-surface,#fff);
--b:var(--altapay-color-border,#d5d9e0);
--a:var(--altapay-color-accent,#1450c8);
--o:var(--altapay-color-on-accent,#fff);
--d:var(--altapay-color-danger,#b3201a);
--w:var(--altapay-color-warning,#8a5000);
--g:var(--altapay-color-success,#17692f)`;

const dark = `color-scheme:dark;
--t:var(--altapay-color-text,#f1f3f6);
--m:var(--altapay-color-muted,#a9b1bf);
--s:var(--altapay-color-surface,#16191f);
--b:var(--altapay-color-border,#3d434f);
--a:var(--altapay-color-accent,#8ab4ff);
--o:var(--altapay-color-on-accent,#0b1a36);
--d:var(--altapay-color-danger,#ffaaa3);
--w:var(--altapay-color-warning,#f6c667);
--g:var(--altapay-color-success,#7fd998)`;

const measures = (radius: number, space: number) =>
  `--r:var(--altapay-radius,${radius}px);--p:var(--altapay-space,${space}px)`;

/**
 * The colours and measures of each theme and preset, under short names; a merchant's `--altapay-*` comes first. Text
 * keeps 4.5:1 and controls 3:1 on the surface, light and dark (WCAG 2.2 SC 1.4.3, 1.4.11).
 */
export const themes = `
section{${light};${measures(8, 16)}}
.dark{${dark}}
@media(prefers-color-scheme:dark){.auto{${dark}}}
.rounded{${measures(16, 20)}}
.compact{${measures(4, 12)}}`;
