import { mountCheckout, type Checkout } from 'paymentkit-js';
import { changeOf } from './changeOf.ts';
import { eventNames } from './eventNames.ts';
import type { ElementOption, ElementOptions } from './ElementOptions.ts';
import { isSame } from './isSame.ts';
import { propertyNames } from './propertyNames.ts';
import { attributeTargets, readAttributes } from './readAttributes.ts';
import { tellEvent } from './tellEvent.ts';
import { tellMistake } from './tellMistake.ts';
import { wearSheet } from './wearSheet.ts';

/** On a server there is nothing to extend, and nothing to register either. */
const { HTMLElement: Base = Object as unknown as typeof HTMLElement } = globalThis as Partial<
  typeof globalThis
>;

/** Those that make it another checkout. */
const identity: readonly ElementOption[] = ['secureToken', 'url', 'host'];

/**
 * The class behind `<paymentkit-checkout>`: `mountCheckout` with attributes for options and DOM events for
 * events. Its children show while there is no checkout, so that a link in it works without JavaScript, and where an
 * option is wrong.
 *
 * Every event bubbles as `paymentkit:ready`, `paymentkit:complete` and so on; `detail` is the event of the
 * checkout, and preventing the one prevents the other. In a form the element submits the id of the session
 * under its `name`, once it is completed; a reset does not take that back, and in a disabled fieldset nobody
 * can pay.
 *
 * @example
 * ```ts
 * import { PaymentKitCheckoutElement } from 'paymentkit-js/element';
 *
 * customElements.define('shop-checkout', PaymentKitCheckoutElement);
 * ```
 */
export class PaymentKitCheckoutElement extends Base implements ElementOptions {
  declare secureToken: ElementOptions['secureToken'];
  declare url: ElementOptions['url'];
  declare host: ElementOptions['host'];
  declare locale: ElementOptions['locale'];
  declare texts: ElementOptions['texts'];
  declare appearance: ElementOptions['appearance'];
  declare prefill: ElementOptions['prefill'];
  declare redirect: ElementOptions['redirect'];
  declare completion: ElementOptions['completion'];
  declare timeoutMs: ElementOptions['timeoutMs'];
  declare initialHeight: ElementOptions['initialHeight'];
  declare loading: ElementOptions['loading'];
  declare debug: ElementOptions['debug'];

  readonly #root: ShadowRoot;
  /** Where the element's own children show. */
  readonly #children: HTMLElement;
  /** Where a DOM for tests has none, there is no form to take part in. */
  readonly #form: Partial<ElementInternals> | undefined;
  readonly #given = new Map<ElementOption, unknown>();
  #checkout: Checkout | undefined;
  #planned = false;
  #disabled = false;

  /** @internal */
  static get formAssociated(): boolean {
    return true;
  }

  /** @internal */
  static get observedAttributes(): string[] {
    return Object.keys(attributeTargets);
  }

  constructor() {
    super();
    // Before there is a root, which hides the children: a form that is named as this function leaves them visible.
    this.#children = this.ownerDocument.createElement('slot');
    this.#root = this.attachShadow({ mode: 'open' });
    this.#show(this.#children);
    this.#form = (this as Partial<HTMLElement>).attachInternals?.();
    wearSheet(this.#root);
    for (const option of propertyNames) this.#define(option);
  }

  /** The checkout that is shown, with everything that `mountCheckout` gives. */
  get checkout(): Checkout | undefined {
    return this.#checkout;
  }

  /** @internal */
  connectedCallback(): void {
    this.#plan();
  }

  /** @internal */
  connectedMoveCallback(): void {
    // Moved by `moveBefore`, which keeps the frame alive: there is nothing to do.
  }

  /** @internal */
  disconnectedCallback(): void {
    this.#plan();
  }

  /**
   * In another document: the frame spoke to the page that it was in, and sheets stay with their document.
   *
   * @internal
   */
  adoptedCallback(): void {
    wearSheet(this.#root);
    this.#end();
  }

  /** @internal In a disabled fieldset nobody can pay; a payment under way goes on. */
  formDisabledCallback(disabled: boolean): void {
    this.#disabled = disabled;
    this.#root.firstElementChild?.toggleAttribute('inert', disabled);
  }

  /** @internal */
  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    const targets: Partial<Record<string, readonly [ElementOption, string?]>> = attributeTargets;
    const [option] = targets[name] ?? [];
    // A property wins, and a library that writes a page anew writes the same again.
    if (option && before !== now && !this.#given.has(option)) this.#change(option);
  }

  /** A property that was set before the class was there lies on the element itself and is taken over. */
  #define(option: ElementOption): void {
    const early = (this as ElementOptions)[option];
    if (early !== undefined) this.#given.set(option, early);
    Object.defineProperty(this, option, {
      configurable: true,
      enumerable: true,
      get: () => this.#options()[option],
      set: (given: unknown) => {
        const value = given ?? undefined;
        const before = this.#given.get(option);
        if (value === undefined) this.#given.delete(option);
        else this.#given.set(option, value);
        if (!isSame(before, value)) this.#change(option);
      },
    });
  }

  #options(): ElementOptions {
    return { ...readAttributes(this), ...Object.fromEntries(this.#given) };
  }

  #change(option: ElementOption): void {
    if (identity.includes(option)) this.#end();
    // Another one begins, or one for which an option was wrong until now.
    const change = changeOf(option, this.#options());
    if (!this.#checkout) this.#plan();
    else if (change) tellMistake(this, () => this.#checkout?.update(change));
  }

  #show(content: HTMLElement): void {
    content.toggleAttribute('inert', this.#disabled);
    this.#root.replaceChildren(content);
  }

  /** Once for everything that happens in a task: an element that is only moved is out and in again. */
  #plan(): void {
    if (this.#planned) return;
    this.#planned = true;
    // Not queueMicrotask, which Jest fakes together with its timers.
    void Promise.resolve().then(() => {
      this.#planned = false;
      if (!this.isConnected) this.#end();
      else if (!this.#checkout) this.#start();
    });
  }

  #end(): void {
    this.#checkout?.destroy();
    this.#checkout = undefined;
    this.#form?.setFormValue?.(null);
    this.#show(this.#children);
  }

  #start(): void {
    const given = this.#options();
    if ((given.secureToken ?? given.url) === undefined) return;
    tellMistake(this, () => {
      const place = this.ownerDocument.createElement('div');
      this.#show(place);
      this.#checkout = mountCheckout(place, given);
    });
    if (!this.#checkout) this.#show(this.#children);
    for (const type of eventNames) {
      this.#checkout?.on(type, (event) => {
        if (!tellEvent(this, type, event)) event.preventDefault();
      });
    }
    this.#checkout?.on('complete', ({ session }) => this.#form?.setFormValue?.(session.id));
  }
}
