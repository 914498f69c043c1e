/** An attribute of the element that stands for an option. */
export type ElementAttribute =
  | 'secure-token'
  | 'url'
  | 'host'
  | 'locale'
  | 'theme'
  | 'accent-color'
  | 'radius'
  | 'font-family'
  | 'prefill-email'
  | 'prefill-name'
  | 'prefill-postal-code'
  | 'redirect'
  | 'completion-endpoint'
  | 'timeout-ms'
  | 'initial-height';
