import { STATUS_CODES } from 'node:http';

/*
 * The platform's reason for refusing a score helps administrators: "Tool is not enabled in this course". It may also
 * hold anything: the person's name and id, our token, a whole page. So it is kept for the administrator's page only,
 * shortened and cleaned of these, and never logged.
 */

const LONGEST = 200;
/** No page has its message further down than this. */
const LONGEST_READ = 20_000;

/** The platform's message as one short, clean line. @param known values that identify the person; these are removed */
export function cleanReason(body: string, known: readonly string[]): string {
  const said = plain(messageIn(body.slice(0, LONGEST_READ)));
  const clean = withoutSecrets(withoutKnown(said, known)).replace(/\s+/g, ' ').trim();
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1).trimEnd()}…` : clean;
}

/** The message of a JSON answer, the title or text of a page, or the text as it is. */
function messageIn(body: string): string {
  const text = body.trim();
  if (text.startsWith('{') || text.startsWith('[')) return messageInJson(text);
  if (!text.startsWith('<')) return text;
  return /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1] || text.replace(/<(script|style)[\s\S]*?<\/\1\s*>/gi, ' ');
}

const MESSAGES = ['message', 'error_description', 'detail', 'reason', 'title', 'error', 'errors'];

function messageInJson(text: string): string {
  try {
    return firstWords(JSON.parse(text), 0);
  } catch {
    return '';
  }
}

function firstWords(value: unknown, depth: number): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth > 4) return '';
  if (Array.isArray(value)) return firstWords(value[0], depth + 1);
  const fields = new Map(Object.entries(value));
  return MESSAGES.map((name) => firstWords(fields.get(name), depth + 1)).find((words) => words !== '') ?? '';
}

/** Removes tags, entities that could become tags, and characters that are neither letters nor signs. */
function plain(text: string): string {
  return text
    .replace(/<[^>]*>?/g, ' ')
    .replace(/&[#\w]{1,10};/g, ' ')
    .replace(/[\p{C}<>]/gu, ' ');
}

const GONE = '…';

function withoutKnown(text: string, known: readonly string[]): string {
  return known
    .flatMap((name) => [name, ...name.split(/[\s,]+/)])
    .filter((part) => part.length > 0)
    .sort((one, other) => other.length - one.length)
    .reduce((left, part) => left.replace(wholeWord(part), GONE), text);
}

function wholeWord(part: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu');
}

/** "Bad Request" is not a person's name. */
const phrases = new Set(Object.values(STATUS_CODES).map((phrase) => phrase?.toLowerCase()));

function withoutSecrets(text: string): string {
  return text
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, GONE)
    .replace(/\S+@\S+/g, GONE)
    .replace(
      /\b(bearer|token|key|secret|password|session|sesskey|user_?id|id)\b(\s*[=:]\s*|\s+(?=\S*\d))\S+/gi,
      `$1 ${GONE}`,
    )
    .replace(/[\w.~+/-]{20,}=*/g, GONE)
    .replace(/\b[\w-]*\d{4,}[\w-]*\b/g, GONE)
    .replace(/\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)+/gu, (words) =>
      phrases.has(words.toLowerCase()) ? words : GONE,
    );
}
