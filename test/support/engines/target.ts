import { until } from '../waiting.ts';
import type { Document } from './driver.ts';
import { pageSource } from './pageSource.ts';
import type { NameOptions, Place, Role, Target } from './place.ts';

const find = pageSource('inPage.js', 'find');

interface Text {
  pattern: string;
  flags?: string;
  exact: boolean;
}
type Step =
  | { kind: 'css'; selector: string }
  | { kind: 'role'; role: Role; level?: number | undefined; name?: Text | undefined }
  | { kind: 'text' | 'having'; text: Text }
  | { kind: 'nth'; index: number };

/** How long anything may take on a busy machine. */
const PATIENCE_MS = 20_000;

/** Finds everything in a document by role, name and text, as inPage.js does. */
export function placeOf(document: Document): Place {
  return placeAfter(document, []);
}

function placeAfter(document: Document, steps: Step[]): Place {
  return {
    getByRole: (role, options = {}) => targetOf(document, [...steps, roleStep(role, options)]),
    getByText: (text) => targetOf(document, [...steps, { kind: 'text', text: textOf(text) }]),
    locator: (selector) => targetOf(document, [...steps, { kind: 'css', selector }]),
  };
}

function roleStep(role: Role, { name, exact = false, level }: NameOptions): Step {
  return {
    kind: 'role',
    role,
    level,
    ...(name !== undefined && { name: textOf(name, exact) }),
  };
}

function textOf(text: string | RegExp, exact = false): Text {
  return typeof text === 'string' ? { pattern: text, exact } : { pattern: text.source, flags: text.flags, exact };
}

function targetOf(document: Document, steps: Step[]): Target {
  const found = `(${find})(${JSON.stringify(steps)})`;
  const described = JSON.stringify(steps);
  /** A page that is being left does not answer: the next page is asked. */
  const tries = async <T>(act: () => Promise<T>): Promise<T> => {
    let result: T | undefined;
    let last: unknown;
    const attempt = async (): Promise<boolean> => {
      try {
        result = await act();
        return true;
      } catch (error) {
        last = error;
        return false;
      }
    };
    await until(described, attempt, PATIENCE_MS).catch((error: unknown) => {
      throw new Error(`${String(error)} ${String(last)}`, { cause: last });
    });
    return result as T;
  };
  const ask = <T>(what: string): Promise<T> =>
    tries(() =>
      document.evaluate<T>(`((found) => { if (!found) throw new Error('not there'); return ${what}; })(${found}[0])`),
    );
  const first = `() => ${found}[0]`;
  const press = (): Promise<void> => tries(() => pressUntilFelt(document, first));
  return {
    ...placeAfter(document, steps),
    filter: ({ hasText }) => targetOf(document, [...steps, { kind: 'having', text: textOf(hasText) }]),
    first: () => targetOf(document, [...steps, { kind: 'nth', index: 0 }]),
    nth: (index) => targetOf(document, [...steps, { kind: 'nth', index }]),
    waitFor: () => ask('undefined'),
    count: () => document.evaluate(`${found}.length`),
    textContent: () => ask('found.textContent'),
    isChecked: () => ask('found.checked'),
    inputValue: () => ask('found.value'),
    getAttribute: (name) => ask(`found.getAttribute(${JSON.stringify(name)})`),
    click: press,
    // The browser's own checkbox, or its label if the label draws it.
    check: () =>
      tries(() =>
        pressUntilFelt(document, first).catch(() => pressUntilFelt(document, `() => (${first})()?.labels?.[0]`)),
      ),
    press: async () => {
      await ask('(found.focus(), true)');
      await document.type('\n');
    },
    fill: async (text) => {
      await press();
      await ask('(found.select(), true)');
      await document.type(text);
    },
  };
}

/**
 * Presses an element, and sees that the element felt it: in a page that moves under the pointer, the press lands beside it. A person
 * would press again.
 * @throws if the press was not felt
 */
async function pressUntilFelt(document: Document, element: string): Promise<void> {
  await document.evaluate(
    `((element) => {
      window.pressIsFelt = false;
      addEventListener('click', (event) => { window.pressIsFelt ||= event.composedPath().includes(element) }, { capture: true });
    })((${element})())`,
  );
  await document.press(element);
  // On the page that follows a press there is no such note.
  const isFelt = () => document.evaluate<boolean>('window.pressIsFelt ?? true').catch(() => true);
  await until('the press is felt', isFelt, 3_000);
}
