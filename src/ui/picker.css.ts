import { themes } from './themes.js';

/**
 * The picker's one style sheet; logical properties only, so that it mirrors itself.
 *
 * - `all: initial` stands on the section, inside the shadow root: on the host the page's own rules would beat it, and
 *   what the page makes the host inherit stops here.
 * - Text grows with the payer's own setting, and a page that shrinks `html` (62.5 %) does not shrink it.
 * - Focus rings have two colours, so that one of them shows on any background.
 * - In forced colours shadows and backgrounds go: outlines, borders and the native radio say the same.
 */
export const pickerCss = `
:host{display:block!important}
section{all:initial;display:block;position:relative;container-type:inline-size;contain-intrinsic-inline-size:320px;max-inline-size:960px;margin-inline:auto;font:max(16px,1rem)/1.4 var(--altapay-font-family,system-ui,sans-serif);color:var(--t);background:var(--s);border-radius:var(--r);overflow-wrap:anywhere;-webkit-text-size-adjust:100%;-webkit-tap-highlight-color:transparent}
${themes}
*{box-sizing:border-box}
h2,p,ul,fieldset{margin:0;padding:0;border:0;min-inline-size:0;font:inherit}
[hidden]{display:none!important}
:focus-visible{outline:2px solid var(--t);outline-offset:2px;box-shadow:0 0 0 6px var(--s)}
svg{display:block;inline-size:1.5em;block-size:1.5em;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.heard{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.unseen{visibility:hidden}
.muted{color:var(--m);font-size:.875em}
.frame{display:grid;grid-template-columns:minmax(0,1fr);gap:var(--p);padding:var(--p)}

header{display:flex;align-items:center;gap:.75em}
h2{font-weight:600}
header h2{min-block-size:2.75em}
header h2>*{display:block}
.logo{flex:none;display:grid;place-items:center;inline-size:40px;block-size:24px;color:var(--m)}
.logo img{inline-size:100%;block-size:100%;object-fit:contain}
header .logo{block-size:40px}
[part=total]{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:0 .75em;padding-block:.25em}
[part=total] bdi{font-size:1.875em;font-weight:650;line-height:1.3;letter-spacing:-.015em;font-variant-numeric:tabular-nums}
.order,details[open]{min-block-size:98px}
summary{display:flex;align-items:center;justify-content:space-between;gap:1em;min-block-size:44px;cursor:pointer;font-size:.875em;color:var(--m);list-style:none}
summary::-webkit-details-marker{display:none}
.count::after{content:"";display:inline-block;inline-size:.45em;block-size:.45em;margin-inline:.6em .2em;border:solid;border-width:0 2px 2px 0;transform:translateY(-.2em)rotate(45deg)}
[open] .count::after{transform:rotate(225deg)}
ul{list-style:none;font-size:.9375em}
li{display:flex;justify-content:space-between;gap:1em;padding-block:3px}
li>bdi{text-align:end;max-inline-size:60%;font-variant-numeric:tabular-nums}

legend,.legend{padding:0;margin-block-end:.5em;font-weight:600}
.list{border:1px solid var(--b);border-radius:var(--r)}
label{display:flex;align-items:center;gap:.75em;min-block-size:56px;padding:6px 12px;border-radius:inherit;cursor:pointer;touch-action:manipulation}
label+label{border-start-start-radius:0;border-start-end-radius:0;border-block-start:1px solid var(--b)}
label:not(:last-child){border-end-start-radius:0;border-end-end-radius:0}
label>span:not(.logo){flex:1;min-inline-size:0}
label bdi{display:block}
input{flex:none;inline-size:20px;block-size:20px;margin:0;accent-color:var(--a);cursor:inherit;scroll-margin-block:120px}
label:has(:checked){outline:2px solid var(--a);outline-offset:-1px;background:color-mix(in srgb,var(--a) 7%,var(--s))}
label:has(:focus-visible){outline:2px solid var(--t);outline-offset:2px;box-shadow:0 0 0 6px var(--s);position:relative}
@supports selector(:has(a)){label :focus-visible{outline:0;box-shadow:none}}
@media(hover:hover){label:hover{background:color-mix(in srgb,var(--a) 4%,var(--s))}}
:disabled label{cursor:default}
:disabled label:not(:has(:checked)){opacity:.55}

.foot{background:var(--s);border-radius:var(--r);padding-block-start:var(--p)}
@media(min-height:400px){.foot{position:sticky;inset-block-end:0}}
.foot p{display:flex;align-items:center;justify-content:center;gap:.4em;min-block-size:2.5em}
.foot svg{inline-size:1em;block-size:1em}
button,a{all:unset;box-sizing:border-box;display:inline-flex;align-items:center;justify-content:center;gap:.6em;min-block-size:44px;padding:8px 20px;border:1px solid var(--a);border-radius:var(--r);font-weight:600;text-align:center;color:var(--a);cursor:pointer;touch-action:manipulation}
[part=pay-button]{inline-size:100%;min-block-size:52px;font-size:1.0625em}
[part=pay-button],.screen button,.screen a{background:var(--a);color:var(--o)}
.idle[aria-disabled=true]{background:var(--b);background:color-mix(in srgb,var(--t) 9%,var(--s));border-color:transparent;color:var(--m);cursor:default}
.busy{cursor:progress}

[part=notice]{--c:var(--m);display:flex;gap:.75em;color:var(--t)}
.success{--c:var(--g)!important}
.warning{--c:var(--w)!important}
.error{--c:var(--d)!important}
.icon{flex:none;color:var(--c)}
.inline{margin-block-start:var(--p);padding:12px;border:1px solid var(--c);border-radius:var(--r);background:color-mix(in srgb,var(--c) 7%,var(--s));font-size:.9375em}
.inline button,.inline a{margin-block-start:8px}
.screen{flex-direction:column;align-items:center;text-align:center;padding-block:var(--p)}
.screen .icon{display:grid;place-items:center;inline-size:56px;block-size:56px;border-radius:50%;background:color-mix(in srgb,var(--c) 12%,var(--s))}
.screen h2{font-size:1.25em;line-height:1.3}
.screen p{margin-block:6px 20px;color:var(--m)}
[dir=rtl] .arrow{transform:scaleX(-1)}
.spinner{flex:none;inline-size:1.25em;block-size:1.25em;border:2px solid;border-inline-end-color:transparent;border-radius:50%}
.screen .spinner{background:none;inline-size:40px;block-size:40px}

.bone:empty{border-radius:6px;background:var(--b);background:color-mix(in srgb,var(--t) 9%,var(--s))}
bdi.bone:empty{display:inline-block;inline-size:7em;block-size:1em}
.legend{inline-size:12em;block-size:1.4em}
.method{block-size:56px;margin-block-start:1px}
.pay{block-size:52px;margin-block:var(--p) 2.5em}

@container(min-width:640px){.frame{grid-template-columns:5fr 6fr;gap:calc(var(--p)*3);padding:calc(var(--p)*1.5)}}
@media(prefers-reduced-motion:no-preference){
.spinner{animation:turn .9s linear infinite}
.bone:empty{animation:fade 1.4s ease-in-out infinite alternate}
@keyframes turn{to{transform:rotate(1turn)}}
@keyframes fade{to{opacity:.45}}
}`;
