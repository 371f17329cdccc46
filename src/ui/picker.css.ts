import { themes } from './themes.js';

/**
 * The picker's one style sheet; logical properties only, so that it mirrors itself.
 *
 * - `all: initial` stands on the section, inside the shadow root: on the host the page's own rules would beat it, and
 *   what the page makes the host inherit stops here.
 * - Text grows with the payer's own setting, and a page that shrinks `html` (62.5 %) does not shrink it.
 * - Focus rings have two colours, so that one of them shows on any background.
 * - On a small phone a notice and the methods matter more than the order's lines.
 * - On a wide screen a notice without an order beside it stands in the middle.
 * - In forced colours shadows and backgrounds go: outlines, borders and the native radio say the same.
 * - What scrolls under the foot fades out above it, and what has the focus stays clear of it (WCAG 2.2 SC 2.4.11).
 * - A row that is not drawn yet counts as nothing, so that its least height holds: no list shrinks once it is drawn.
 * - What is busy shows pseudo-elements of the size of what is to come: nothing moves when it does.
 */
export const pickerCss = `
:host{display:block!important}
section{all:initial;display:block;position:relative;overflow:clip;container-type:inline-size;contain-intrinsic-inline-size:320px;max-inline-size:960px;margin:auto;font:max(16px,1rem)/1.4 var(--altapay-font-family,system-ui,sans-serif);color:var(--t);background:var(--s);border-radius:var(--r);overflow-wrap:anywhere;text-wrap:pretty}
${themes}
*{box-sizing:border-box;margin:0;padding:0;border:0;font:inherit}
[hidden]{display:none!important}
h2,legend{font-weight:600}
:focus-visible{outline:2px solid var(--t);outline-offset:2px;box-shadow:0 0 0 6px var(--s)}
[role]{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
svg{inline-size:1.5em;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round}
.muted{color:var(--m);font-size:.875em;font-weight:400}
.muted>*,header h2>*{display:block}
.frame{display:grid;grid-template-columns:minmax(0,1fr);gap:var(--p) calc(var(--p)*3);padding:var(--p) var(--p) 0}
header,[part=total],summary,li,label,.inline{display:flex;align-items:center;justify-content:space-between;gap:.75em}

header{justify-content:start}
.logo{flex:none;display:grid;place-items:center;inline-size:40px;block-size:24px;color:var(--m)}
img{inline-size:100%;object-fit:contain;block-size:24px}
[part=total]{flex-wrap:wrap;min-block-size:3.5em}
[part=total]>bdi{font-size:1.5em;font-weight:700;line-height:1.2}
summary{min-block-size:44px;cursor:pointer}
.count::after{content:"";display:inline-block;inline-size:.4em;block-size:.4em;margin:0 .5em .2em;border:solid;border-width:0 2px 2px 0;rotate:45deg}
[open] .count::after{rotate:225deg}
ul{list-style:none;font-size:.9375em}
li{align-items:start;flex-wrap:wrap;gap:0 .75em;padding-block:3px}
li .muted{font-size:1em}
li>span{flex:1 8em}
p>bdi,li>bdi{margin-inline-start:auto}

fieldset{min-width:0}
legend{margin-block-end:8px}
.list{border:1px solid var(--b);border-radius:var(--r)}
label{content-visibility:auto;contain-intrinsic-block-size:auto 3px;min-block-size:56px;padding:6px 12px;border-radius:var(--r);cursor:pointer}
label+label{border-block-start:1px solid var(--b);border-start-start-radius:0;border-start-end-radius:0}
label:not(:last-child){border-end-start-radius:0;border-end-end-radius:0}
label>:nth-child(2){display:grid;justify-items:start;flex:1}
input{inline-size:20px;block-size:20px;accent-color:var(--a);scroll-margin-block-end:260px}
label:has(:checked){position:relative;z-index:1;outline:2px solid var(--a);outline-offset:-1px;background:color-mix(in srgb,var(--a) 7%,var(--s))}

.foot{margin:var(--p) calc(var(--p)*-1) 0;padding:0 var(--p) 36px;background:var(--s);box-shadow:0 -8px 8px var(--s)}
@media(min-height:30em){.foot{position:sticky;z-index:1;inset-block-end:0}}
@media(max-height:40em){.frame:has(.inline:not([hidden])) details{display:none}}
.foot>.muted{margin:8px 0 -28px;text-align:center}
button,a{all:unset;box-sizing:border-box;display:block;inline-size:fit-content;margin-block-start:8px;padding:10px 20px;border:1px solid var(--a);border-radius:var(--r);font-weight:600;text-align:center;color:var(--a);cursor:pointer}
.screen :is(a,[hidden]+button),.foot>button{background:var(--a);color:var(--o)}
.foot>button{inline-size:100%;padding-block:14px;margin:0}
.rounded .list{display:grid;grid:auto/100%;gap:8px;border:0}
.rounded label{border:1px solid var(--b);border-radius:var(--r)}
.compact .list{border-width:1px 0}
.compact label{min-block-size:44px;padding-block:2px;border-radius:0;font-size:.9375em}
.rounded :is(button,a){border-radius:36px}
.foot>[aria-disabled=true]:not(.busy){background:var(--b);background:color-mix(in srgb,var(--t) 9%,var(--s));border-color:transparent;color:var(--m);cursor:default}

[part=notice]{--c:var(--m)}
.success{--c:var(--g)}
.warning{--c:var(--w)}
.error{--c:var(--d)}
.icon{color:var(--c)}
.inline{align-items:start;justify-content:start;margin-block-end:var(--p);padding:12px;border:1px solid color-mix(in srgb,var(--c) 35%,var(--s));border-radius:var(--r);background:color-mix(in srgb,var(--c) 7%,var(--s));font-size:.9375em}
.info svg{scale:1 -1}
.screen{text-wrap:balance;display:grid;justify-items:center;gap:1em;padding:2em 0;margin:auto;max-inline-size:32em;text-align:center}
.screen>.icon{font-size:1.25em;display:grid;place-items:center;inline-size:56px;block-size:56px;border-radius:50%;background:color-mix(in srgb,var(--c) 12%,var(--s))}
.screen h2{font-size:1.25em;line-height:1.3;margin-block-end:4px}
.screen :is(button,a){margin:1em auto 0}
[dir=rtl] .info svg{scale:-1}
.busy svg{display:none}
button::before{margin-inline-end:.6em}
button.busy::before,.busy>.icon::before{content:"";vertical-align:-.25em;display:inline-block;inline-size:1em;block-size:1em;border:2px solid;border-block-end-color:transparent;border-radius:50%}

[aria-busy=true]::after,.choice[aria-busy=true]::before,[aria-busy=true] :is(h2,p)::after{content:"";display:block;border-radius:var(--r);background:var(--b);opacity:.6}
[aria-busy=true] :is(h2,p)::after{inline-size:9em;block-size:1em;margin:.2em 0 .2em auto}
[aria-busy=true] h2::after{margin-inline:0}
.summary::after{block-size:98px}
.choice::before{block-size:170px;margin-block-start:calc(1.4em + 8px);background:repeating-linear-gradient(var(--b) 0 56px,transparent 0 58px)!important}
.choice::after{block-size:52px;margin:var(--p) 0 36px}

@container(min-width:640px){.frame:has([part=order]:not([hidden])){grid-template-columns:5fr 6fr}}
@media(prefers-reduced-motion:no-preference){
.busy::before,.busy>.icon::before{animation:turn 1s linear infinite}
[aria-busy=true]::after,[aria-busy=true]::before,[aria-busy=true] ::after{animation:fade 1s infinite alternate}
@keyframes turn{to{rotate:1turn}}
@keyframes fade{to{opacity:.3}}
}`;
