import type { Place } from './place.ts';

/** A real browser of another engine, with its own profile. */
export interface Engine {
  /** The window that it opens first. */
  tab: Tab;
  /** What went wrong in any of its pages: script errors, and what the Content-Security-Policy has blocked. */
  complaints(): string[];
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Width of the window in CSS pixels; 900 high. */
  width: number;
  /** Keep partitioned cookies in a frame, as Firefox does by default; otherwise no third-party cookies at all. */
  partitioned?: boolean;
}

export interface Tab extends Place {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  url(): Promise<string>;
  /** Runs an expression in the page and returns its JSON; waits for a promise. */
  evaluate: <T>(expression: string) => Promise<T>;
  /** The content of the page's frame. */
  frame(): Frame;
  /** Returns the window that `by` opens. */
  opened(by: () => Promise<void>): Promise<Tab>;
  /** A picture of the visible part, to look at. */
  screenshot(file: string): Promise<void>;
}

interface Frame extends Place {
  evaluate: <T>(expression: string) => Promise<T>;
}

/** What an engine can do with a document; `element` is the source of a function that returns an element, or nothing. */
export interface Document {
  evaluate: <T>(expression: string) => Promise<T>;
  /** Presses the element with a real pointer. @throws if there is none, or it cannot be reached */
  press(element: string): Promise<void>;
  /** Sends real key presses to the focused element. */
  type(text: string): Promise<void>;
}
