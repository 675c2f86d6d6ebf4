import MarkdownIt, { type Token } from 'markdown-it';
import { memoizeByText } from '../../util/memoizeByText.ts';
import type { Fault } from '../faults.ts';
import type { TextPiece } from './context.ts';
import { isTelephone } from '../checks/phones.ts';
import type { Localized } from '../localized.ts';

/** Headings of a text come below the step's own h2. */
const TOP_HEADING = 2;

export interface RenderedText {
  /** Safe HTML: no tag or address in it comes from raw HTML in the source. */
  html: string;
  /** The visible text, block by block, for the readability check. */
  pieces: readonly TextPiece[];
  /** What the author must change before the text may be shown. */
  faults: readonly TextFault[];
  /** Ids of the tools that it links to, as `vaerktoej:<id>`. */
  tools: readonly string[];
  /** Telephone numbers that it links to, as `tel:<number>`, with the words of the link. */
  phones: readonly { line: number; address: string; shown: string }[];
}

interface TextFault extends Pick<Fault, 'about'> {
  line: number;
  message: Localized;
}

/** A link to a page of the toolbox; the page that shows it knows the room (src/http/toolLinks.ts). */
const TOOL_LINK = /^vaerktoej:([a-z][a-z0-9-]*)$/;

/** Renders a text of the package. Raw HTML is shown as plain characters (CommonMark, `html: false`). */
export const renderMarkdown = memoizeByText((source): RenderedText => {
  const tokens = writer.parse(source, {});
  placeHeadings(tokens);
  const links = tokens.flatMap((token) => token.children ?? []).filter((token) => token.type === 'link_open');
  for (const link of links) if (isHttps(addressOf(link))) link.attrSet('rel', 'noopener');
  return {
    html: writer.renderer.render(tokens, writer.options, {}),
    pieces: piecesOf(tokens),
    faults: faultsOf(reader.parse(source, {})),
    tools: links.flatMap((link) => TOOL_LINK.exec(addressOf(link))?.[1] ?? []),
    phones: tokens.flatMap(phonesIn),
  };
});

/** The heading of a part of a step, from plain words: safe HTML. */
export function headingOf(words: string): string {
  return `<h${TOP_HEADING}>${writer.utils.escapeHtml(words)}</h${TOP_HEADING}>`;
}

function phonesIn(token: Token): RenderedText['phones'] {
  return (token.children ?? []).flatMap((child, index, children) => {
    const address = child.type === 'link_open' ? addressOf(child) : '';
    return isTelephone(address) ? [{ line: lineOf(token), address, shown: children[index + 1]?.content ?? '' }] : [];
  });
}

function isHttps(address: string): boolean {
  return address.startsWith('https://');
}

function isUsable(address: string): boolean {
  return isHttps(address) || TOOL_LINK.test(address) || isTelephone(address);
}

function addressOf(link: Token): string {
  return String(link.attrGet('href') ?? '');
}

/** Writes only safe output; what it refuses stays plain text. */
const writer = new MarkdownIt({ html: false, linkify: false }).disable('image');
writer.validateLink = isUsable;
writer.renderer.rules['table_open'] = () => '<table class="table">\n';

/** Reads every link, so that a refused link is reported to the author and not lost. */
const reader = new MarkdownIt({ html: false, linkify: false });
reader.validateLink = () => true;

/** Makes the first level an h2, below the step's h1, and skips no level (WCAG technique G141). */
function placeHeadings(tokens: Token[]): void {
  const open: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const level = Number(token.tag.slice(1));
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    const tag = `h${Math.min(TOP_HEADING + open.length - 1, 6)}`;
    token.tag = tag;
    const close = tokens[index + 2];
    if (close) close.tag = tag;
  }
}

/** The same HTML with its headings further down, for a text that is shown below a heading of the page. */
export function deeperHeadings(html: string, levels: number): string {
  const levelOf = (level: string) => Math.min(Number(level) + levels, 6);
  return html.replaceAll(/<(\/?)h([2-6])>/g, (_tag, slash: string, level: string) => `<${slash}h${levelOf(level)}>`);
}

function piecesOf(tokens: Token[]): TextPiece[] {
  return tokens
    .filter((token) => token.type === 'inline')
    .map((token) => ({ line: lineOf(token), text: (token.children ?? []).map(readable).join('') }))
    .filter((piece) => piece.text.trim() !== '');
}

function readable(token: Token): string {
  return token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.content;
}

function faultsOf(tokens: Token[]): RenderedText['faults'] {
  return [...linkFaults(tokens), ...tokens.flatMap(plainFaults)];
}

function linkFaults(tokens: Token[]): TextFault[] {
  return tokens.flatMap((token) =>
    (token.children ?? []).flatMap((child) => {
      const message = faultOf(child);
      if (message === undefined) return [];
      return [{ line: lineOf(token), message, ...(child.type === 'link_open' && { about: 'link' as const }) }];
    }),
  );
}

/** What Word and web pages make of lists and bold type, which would be shown as it is written. */
const signs: [RegExp, Localized][] = [
  [
    /^[•·‣▪◦][\s ]/,
    {
      da: 'Linjen begynder med et punkttegn, som Word laver. Skriv en bindestreg og et mellemrum: "- ".',
      en: 'begins with a bullet as Word makes them; write a hyphen and a space',
    },
  ],
  [
    /<\/?[a-z]+\d?(?:\s[^<>]*)?>/i,
    {
      da: 'Her står kode fra en hjemmeside, og folk vil se den. Fjern den. Skriv ** om ord, der skal være fede.',
      en: 'has code of a web page, which people would see; remove it, and write ** around bold words',
    },
  ],
];

function plainFaults(token: Token): TextFault[] {
  if (token.type !== 'inline') return [];
  return token.content
    .split('\n')
    .flatMap((line, index) =>
      signs.filter(([sign]) => sign.test(line)).map(([, message]) => ({ line: lineOf(token) + index, message })),
    );
}

const NO_PICTURES: Localized = {
  da: 'Billeder kan ikke stå i en tekst. Sig det med ord, eller vis det i en film.',
  en: 'pictures are not used in texts; describe it in words or show it in the video',
};

function faultOf(token: Token): Localized | undefined {
  if (token.type === 'image') return NO_PICTURES;
  if (token.type !== 'link_open') return undefined;
  const address = addressOf(token);
  if (isUsable(address)) return undefined;
  return {
    da: `Linket til "${address}" kan ikke bruges. Skriv https://…, vaerktoej:navn eller tel:nummer.`,
    en: `the link to "${address}" cannot be used; links must begin with https:// or be vaerktoej:navn or tel:number`,
  };
}

function lineOf(token: Token): number {
  return (token.map?.[0] ?? 0) + 1;
}
