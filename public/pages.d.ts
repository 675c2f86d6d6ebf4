// What the scripts may take as given about our own pages, beside the browser's own types.

/** What a selector finds, as far as the selector itself says it. */
interface ParentNode {
  querySelector<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K] | null;
  querySelector(selectors: `form[${string}`): HTMLFormElement | null;
  querySelector(selectors: `iframe.${string}`): HTMLIFrameElement | null;
  querySelector(selectors: `input:${string}`): HTMLInputElement | null;
  querySelector(selectors: string): HTMLElement | null;
  querySelectorAll<K extends keyof HTMLElementTagNameMap>(selectors: K): NodeListOf<HTMLElementTagNameMap[K]>;
  querySelectorAll(selectors: `form[${string}`): NodeListOf<HTMLFormElement>;
  querySelectorAll(selectors: `input[${string}` | `${string} input[${string}`): NodeListOf<HTMLInputElement>;
  querySelectorAll(selectors: `video[${string}`): NodeListOf<HTMLVideoElement>;
  querySelectorAll(selectors: string): NodeListOf<HTMLElement>;
}

/** What a form lists as its elements. */
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | HTMLButtonElement | HTMLFieldSetElement;
interface HTMLFormControlsCollection {
  [Symbol.iterator](): ArrayIterator<Control>;
}

/** What our scripts tell each other, on a form or on the document. */
interface GlobalEventHandlersEventMap {
  /** A save has failed, or leaves with its page. `pressed`: a button has sent the form. */
  unacknowledged: CustomEvent<{ pressed: boolean }>;
  /** All that is written is saved. */
  acknowledged: CustomEvent;
  /** A script leaves the page when everything in the list is saved. */
  leaving: CustomEvent<Promise<void>[]>;
}

/** The server's answer to a save. */
interface SaveAnswer {
  accepted: boolean;
  savedAt?: string;
  fields?: Record<string, string>;
  message?: string;
  withheld?: boolean;
}

/** What a tab keeps of a form until it is saved. */
interface Kept {
  at: number;
  whose: number;
  pressed: boolean;
  thread: string[][];
  written: string[][];
}
