/**
 * Adds to the picker's own style sheet what stands beside it. In the last row, so that nothing moves when it comes: below the
 * order where two columns fit, below the pay button where one does. The code is dark on light in every theme, and in forced
 * colours, because scanners want it so.
 */
export const furtherCss = `
.further{display:grid;align-content:start;gap:var(--p);padding-block-end:var(--p)}
.further p,.further label{font-size:.9375em}
.strong{font-weight:600}
.box{border:1px solid var(--b);border-radius:var(--r);padding:0 12px}
.box svg{flex:none}
div.box{display:flex;align-items:start;gap:.75em;padding-block:12px}
details.box summary{justify-content:start;padding-block:10px;list-style:none}
details.box summary::-webkit-details-marker{display:none}
.box .count{margin-inline-start:auto}
.scan{display:grid;gap:12px;padding-block:4px 16px}
.code{inline-size:min(100%,232px);aspect-ratio:1;margin-inline:auto;border-radius:8px;overflow:hidden;background:#fff}
.code::after{block-size:100%}
.code svg{position:static;display:block;inline-size:100%;block-size:100%;clip-path:none;background:#fff;fill:#000;stroke:none;forced-color-adjust:none;shape-rendering:crispEdges}
.by-hand{display:block!important;content-visibility:visible;min-block-size:0!important;margin-block-start:8px;padding:0!important;cursor:auto!important}
input.link{display:block;inline-size:100%;block-size:44px;margin-block-start:4px;padding:0 12px;border:1px solid var(--b);border-radius:var(--r);color:inherit;background:none;direction:ltr}
@container(min-width:640px){
.frame:has(.further){grid-template-rows:auto 1fr}
.frame:has(.further) .choice{grid-area:1/2/span 2}
}`;
