/** What the guides' samples name of frameworks that are not installed: as much as those samples use. */
export const frameworkTypes = `
declare module '*/createCheckout' {
  export function createCheckout(): Promise<string>;
}

declare module 'vue' {
  export interface GlobalComponents {}
  export interface HTMLAttributes { id?: string }
  export function ref<Value>(value: Value): { value: Value };
}

declare function $state<Value>(value: Value): Value;

declare module '@angular/core' {
  export class ElementRef<Native> { readonly nativeElement: Native }
  export class DestroyRef { onDestroy(callback: () => void): () => void }
  export function afterNextRender(callback: () => void): void;
  export function Component(metadata: { selector: string; template: string }): (type: object) => void;
  export function inject<Token>(token: new () => Token): Token;
  export function signal<Value>(value: Value): { (): Value; set(value: Value): void };
  export const viewChild: { required<Found>(name: string): () => Found };
}
`;
