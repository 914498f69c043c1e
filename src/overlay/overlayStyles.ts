/**
 * The overlay's only rules. They reach it as an adopted style sheet, which a strict `style-src` allows;
 * `all: initial` keeps the page's own out, and the parts and the custom properties let in what is public.
 *
 * - The frame takes the height it asks for until the screen ends. Then the page in it scrolls, and nothing
 *   out here does.
 * - Below 480 px the dialog is a sheet that fills the screen and keeps its safe areas. On a phone
 *   that lies on its side it gives up its distance from the edges before its height.
 * - The words grow with the text size of the reader, and do not shrink with a page that makes its own `rem` small.
 * - A transparent border is a real one where the system sets the colours.
 */
export const overlayStyles = (): string =>
  ':host{display:contents}' +
  'dialog{all:initial;position:fixed;inset:0;margin:auto;display:none;flex-direction:column;width:min(var(--paymentkit-width,480px),100% - 32px);height:fit-content;max-height:max(100% - 64px,min(100% - 2px,480px));overflow:hidden;border:1px solid transparent;border-radius:var(--paymentkit-radius,16px);background:var(--paymentkit-surface,#fff);color:var(--paymentkit-text,#14171c);font:500 max(14px,.875rem)/1.43 system-ui,sans-serif;box-shadow:0 0 0 1px #8883,0 32px 64px -16px #0007}' +
  '.dark{background:var(--paymentkit-surface,#16181d);color:var(--paymentkit-text,#eceef1)}' +
  '[open]{display:flex}' +
  '::backdrop{background:var(--paymentkit-backdrop,#0e111680)}' +
  'p{display:flex;margin:0;gap:8px;padding:3px 3px 4px;padding-inline-start:23px;border-bottom:1px solid #8883}' +
  'span{flex:1;padding:12px 0;overflow-wrap:anywhere;outline:0}' +
  'p button{all:unset;display:grid;place-content:center;min-width:44px;height:44px;font:0/0 a;opacity:.7;cursor:pointer}' +
  'p button:before,p button:after{content:"";grid-area:1/1;width:15px;border-top:2px solid;rotate:45deg}' +
  'p button:after{rotate:-45deg}' +
  'p button:hover,.ask button{opacity:1}' +
  'p button:focus-visible{opacity:1;outline:2px solid;outline-offset:-4px;border-radius:12px}' +
  '[aria-disabled=true]{opacity:.3!important}' +
  '.ask button{padding:0 12px;font:inherit;text-decoration:underline}' +
  '.ask :before,.ask :after,p button:empty{display:none}' +
  'p+div{min-height:0!important;grid-template-rows:minmax(0,1fr)}' +
  'p+div>[role]{padding:16px 19px}' +
  'iframe{max-height:100%}' +
  '@media(max-width:479px){dialog{width:auto;height:auto;max-height:none;border:0;border-radius:0;padding:env(safe-area-inset-top)0 env(safe-area-inset-bottom)}p{padding-inline-start:16px}p+div{flex:1}p+div>[role]{padding:12px}iframe{min-height:100%}}' +
  '@media(prefers-reduced-motion:no-preference){dialog{animation:u .24s}::backdrop{animation:f .24s}}' +
  '@keyframes u{0%{opacity:0;translate:0 12px}}' +
  '@keyframes f{0%{opacity:0}}';
