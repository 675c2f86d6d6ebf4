/**
 * What a journey says of a page, in the words of Playwright, whose pages and frames are such places too: so one journey is
 * told once and run in every engine.
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
  /** As a person does it: in sight, with a real pointer. */
  click(): Promise<void>;
  check(): Promise<void>;
  /** Instead of what is there. */
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
