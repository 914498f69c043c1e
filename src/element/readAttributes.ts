import type { ElementAttribute } from './ElementAttribute.ts';
import type { ElementOption, ElementOptions } from './ElementOptions.ts';

/** What an attribute's text becomes: an option, and where that is an object, a key of it. */
type Target = readonly [option: ElementOption, key?: string];

/** The attributes, and the options that they stand for. */
export const attributeTargets: Readonly<Record<ElementAttribute, Target>> = {
  'secure-token': ['secureToken'],
  url: ['url'],
  host: ['host'],
  locale: ['locale'],
  theme: ['appearance', 'theme'],
  'accent-color': ['appearance', 'accentColor'],
  radius: ['appearance', 'radius'],
  'font-family': ['appearance', 'fontFamily'],
  'prefill-email': ['prefill', 'email'],
  'prefill-name': ['prefill', 'name'],
  'prefill-postal-code': ['prefill', 'postalCode'],
  redirect: ['redirect'],
  'completion-endpoint': ['completion', 'endpoint'],
  'timeout-ms': ['timeoutMs'],
  'initial-height': ['initialHeight'],
};

const read = (option: ElementOption, text: string): unknown =>
  option === 'timeoutMs' || option === 'initialHeight' ? Number(text) : text;

/** The options that an element's attributes say. */
export function readAttributes(element: Pick<Element, 'getAttribute'>): ElementOptions {
  const options: Record<string, unknown> = {};
  for (const [name, [option, key]] of Object.entries(attributeTargets)) {
    const text = element.getAttribute(name);
    if (text === null) continue;
    options[option] = key
      ? { ...(options[option] as object | undefined), [key]: text }
      : read(option, text);
  }
  return options;
}
