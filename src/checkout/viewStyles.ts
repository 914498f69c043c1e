/**
 * The style sheet of what the SDK draws itself, adopted by its shadow root: a strict `style-src` and
 * Trusted Types allow it, and the merchant's rules do not reach in. Values are those of the design.
 */
export const viewStyles = `
:host{all:initial;display:grid;grid-template-columns:minmax(0,1fr);--t:#14171c;--m:#596170;--f:#1f57d6;--k:#eef0f3;color:var(--t);font:14px/20px system-ui,sans-serif}
:host([data-theme=dark]){--t:#eceef1;--m:#a3abb7;--f:#8db0ff;--k:#22262d}
::slotted(*),.load{grid-area:1/1}
.load{display:grid;grid-template-columns:1fr 1fr;gap:16px 12px;align-content:start;box-sizing:border-box;max-width:640px;width:100%;margin:0 auto;padding:4px;overflow:hidden}
.load b{position:absolute;clip-path:inset(50%)}
i{grid-column:1/-1;border-radius:8px;background:var(--k)}
i.half{grid-column:auto}
.fail{display:grid;gap:16px;justify-items:start;padding:24px 4px}
.fail p{margin:0}
.fail b{display:block;font-size:20px;line-height:28px;font-weight:600;text-wrap:balance}
.fail span{color:var(--m)}
.fail div{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center}
button{min-height:44px;padding:8px 16px;border:1px solid #828a97;border-radius:8px;background:none;color:inherit;font:inherit;font-weight:500;cursor:pointer}
a{padding:12px 0;color:inherit}
:focus-visible{outline:2px solid var(--f);outline-offset:2px}
@media(prefers-reduced-motion:no-preference){i{animation:p 1.6s ease-in-out infinite alternate}}
@media(forced-colors:active){i{border:1px solid}}
@keyframes p{to{opacity:.5}}`;
