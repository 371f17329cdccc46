const light = `color-scheme:light;--text:#15181e;--muted:#59606d;--surface:#fff;--border:#d5d9e0;--accent:#1450c8;--on-accent:#fff;--danger:#b3201a;--warning:#8a5000;--success:#17692f`;
const dark = `color-scheme:dark;--text:#f1f3f6;--muted:#a9b1bf;--surface:#16191f;--border:#3d434f;--accent:#8ab4ff;--on-accent:#0b1a36;--danger:#ffaaa3;--warning:#f6c667;--success:#7fd998`;

/**
 * The colours and measures of each theme and preset, and the short names the picker's rules use for them: a merchant's
 * `--altapay-*` comes first. Text keeps 4.5:1 and controls 3:1 on the surface, light and dark (WCAG 2.2 SC 1.4.3, 1.4.11).
 */
export const themes = `
section{${light};--radius:8px;--space:16px}
section[data-theme=dark]{${dark}}
@media(prefers-color-scheme:dark){section[data-theme=auto]{${dark}}}
section[data-preset=rounded]{--radius:16px;--space:20px}
section[data-preset=compact]{--radius:6px;--space:12px}
section{
--t:var(--altapay-color-text,var(--text));
--m:var(--altapay-color-muted,var(--muted));
--s:var(--altapay-color-surface,var(--surface));
--b:var(--altapay-color-border,var(--border));
--a:var(--altapay-color-accent,var(--accent));
--o:var(--altapay-color-on-accent,var(--on-accent));
--d:var(--altapay-color-danger,var(--danger));
--w:var(--altapay-color-warning,var(--warning));
--g:var(--altapay-color-success,var(--success));
--r:var(--altapay-radius,var(--radius));
--p:var(--altapay-space,var(--space))
}`;
