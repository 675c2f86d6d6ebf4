/**
 * What a journey does on a page, in Playwright's vocabulary; Playwright's pages and frames are such places too, so a
 * journey is written once and runs in every engine.
 */
export interface Place {
  getByRole(role: Role, options?: NameOptions): Target;
  getByText(text: string | RegExp): Target;
  locator(selector: string): Target;
}

export interface Target extends Place {
  filter(options: { hasText: string | RegExp }): Target;
  first(): Target;
  nth(index: number): Target;
  waitFor(): Promise<void>;
  count(): Promise<number>;
  textContent(): Promise<string | null>;
  isChecked(): Promise<boolean>;
  inputValue(): Promise<string>;
  getAttribute(name: string): Promise<string | null>;
  /** As a person does it: on a visible element, with a real pointer. */
  click(): Promise<void>;
  check(): Promise<void>;
  /** Gives it the focus, and presses this key there. */
  press(key: 'Enter'): Promise<void>;
  /** Replaces the existing text. */
  fill(text: string): Promise<void>;
}

export interface NameOptions {
  name?: string | RegExp;
  exact?: boolean;
  level?: number;
}

export type Role =
  | 'banner'
  | 'button'
  | 'cell'
  | 'checkbox'
  | 'combobox'
  | 'group'
  | 'heading'
  | 'link'
  | 'listitem'
  | 'main'
  | 'radio'
  | 'radiogroup'
  | 'status'
  | 'textbox';
