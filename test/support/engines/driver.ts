import type { Place } from './place.ts';

/** A real browser of another engine, with a profile of its own. */
export interface Engine {
  /** The window it begins with. */
  tab: Tab;
  /** What went wrong in any page of it: errors of scripts, and what the Content-Security-Policy has stopped. */
  complaints(): string[];
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Width of the window in CSS pixels; 900 high. */
  width: number;
  /** Keep partitioned cookies in a frame, as Firefox does from itself; default: none of a third party at all. */
  partitioned?: boolean;
}

export interface Tab extends Place {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  url(): Promise<string>;
  /** Runs an expression in the page; JSON comes back, a promise is waited for. */
  evaluate: <T>(expression: string) => Promise<T>;
  /** What is in the page's frame. */
  frame(): Frame;
  /** The window that this opens. */
  opened(by: () => Promise<void>): Promise<Tab>;
  /** A picture of what is in sight, to look at. */
  screenshot(file: string): Promise<void>;
}

interface Frame extends Place {
  evaluate: <T>(expression: string) => Promise<T>;
}

/** What an engine can do with one document; `element` is the source of a function that gives an element, or nothing. */
export interface Document {
  evaluate: <T>(expression: string) => Promise<T>;
  /** Presses it with a real pointer. @throws where there is none, or it cannot be reached. */
  press(element: string): Promise<void>;
  /** Real keys, into what has the focus. */
  type(text: string): Promise<void>;
}
